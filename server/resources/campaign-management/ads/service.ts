import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import type { RejectionReason } from '#server/domain/ads/review.ts'
import { isDraft } from '#server/domain/ads/status.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { keepPast, type PastOf } from '#server/resources/accounts/delivery-history/repository.ts'
import { findPin } from '#server/resources/content/pins/find-pin.ts'
import { markPromoted } from '#server/resources/content/pins/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { adGroupExists } from '../ad-groups/rules.ts'
import type { StoredAdGroup } from '../ad-groups/schema.ts'
import { campaignTable } from '../campaigns/repository.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import { leadFormTable } from '../lead-forms/repository.ts'
import { changedAd, newAd } from './entity.ts'
import type { AdFacts } from './facts.ts'
import { type AdResponseRow, adTable, type Surroundings } from './repository.ts'
import { adIdRange } from './resource.ts'
import { adExists, adRules } from './rules.ts'
import type { AdCreate, AdUpdate, StoredAd } from './schema.ts'

/**
 * Creates one ad in an ad group of the account, unless a rule refuses it. Its review will find the rejection reasons.
 */
export function createAd(
  world: World,
  account: AdAccountContext,
  item: AdCreate,
  rejected: readonly RejectionReason[] = [],
  ads = adTable.newRows(world.db),
): Outcome<AdResponseRow> {
  const { db, rules } = world
  const parents = parentsOf(world, account, item.ad_group_id)
  if (parents === undefined) return { violations: rules.evaluate([adGroupExists], { found: undefined }) }
  const seq = ads.nextSequence()
  const now = world.clock.seconds()
  const after = newAd(item, idOf(adIdRange, seq), { ...parents, now })
  const pin = findPin(db, after.pin_id)
  const change = { operation: 'ads/create', sent: item, after, now }
  const violations = rules.evaluate(adRules, { ...change, ...parents, pin, ...lookupsOf(world, account) })
  if (violations.length > 0) return { violations }
  const submitted_at = isDraft(after.status) ? null : now
  const row = ads.add(after, { seq, submitted_at, rejected_reasons: JSON.stringify(rejected) })
  if (submitted_at !== null) markPromoted(db, after.pin_id)
  return { row: { ...row, ...surroundingsOf(parents, pin) } }
}

/** Changes one ad of the account, unless a rule refuses it. */
export function changeAd(world: World, account: AdAccountContext, item: AdUpdate): Outcome<AdResponseRow> {
  const { db, rules } = world
  const stored = adTable.find(db, account.id, item.id)
  if (stored === undefined) return { violations: rules.evaluate([adExists], { found: stored }) }
  const before: StoredAd = JSON.parse(stored.json)
  const parents = parentsOf(world, account, item.ad_group_id ?? before.ad_group_id)
  if (parents === undefined) return { violations: rules.evaluate([adGroupExists], { found: undefined }) }
  const now = world.clock.seconds()
  const after = changedAd(before, item, { ...parents, now })
  const pin = findPin(db, after.pin_id)
  const change = { operation: 'ads/update', sent: item, before, after, now }
  const violations = rules.evaluate(adRules, { ...change, ...parents, pin, ...lookupsOf(world, account) })
  if (violations.length > 0) return { violations }
  const submitted_at = isDraft(after.status) ? null : (stored.submitted_at ?? now)
  const { seq, rejected_reasons } = stored
  const reviewed = { submitted_at: stored.submitted_at, rejected_reasons }
  keepPast(db, pastOf(after), { ...before, ...reviewed }, { ...after, submitted_at, rejected_reasons }, now)
  const row = adTable.updateEntity(db, after, { seq, submitted_at, rejected_reasons }, stored)
  if (submitted_at !== null && stored.submitted_at === null) markPromoted(db, after.pin_id)
  return { row: { ...row, ...surroundingsOf(parents, pin) } }
}

/** Returns whose past a change of an ad keeps. */
export const pastOf = ({ id, ad_account_id, campaign_id }: AdParents): PastOf => ({
  kind: 'ad',
  id,
  ad_account_id,
  campaign_id,
})

type AdParents = Pick<StoredAd, 'id' | 'ad_account_id' | 'campaign_id'>

interface Parents {
  readonly adGroup: StoredAdGroup
  readonly campaign: StoredCampaign
}

function parentsOf({ db }: World, { id: accountId }: AdAccountContext, adGroupId: string): Parents | undefined {
  const row = adGroupTable.find(db, accountId, adGroupId)
  if (row === undefined) return undefined
  const adGroup: StoredAdGroup = JSON.parse(row.json)
  const campaign = campaignTable.find(db, accountId, adGroup.campaign_id)
  return campaign && { adGroup, campaign: JSON.parse(campaign.json) }
}

const lookupsOf = (
  { db }: World,
  { id: accountId }: AdAccountContext,
): Pick<AdFacts, 'pinExists' | 'leadFormExists'> => ({
  pinExists: (id) => findPin(db, id) !== undefined,
  leadFormExists: (id) => leadFormTable.find(db, accountId, id) !== undefined,
})

const surroundingsOf = ({ adGroup, campaign }: Parents, pin: unknown): Surroundings => ({
  ad_group_status: adGroup.status,
  campaign_status: campaign.status,
  is_pin_deleted: pin === undefined ? 1 : 0,
})
