import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { hasPlace } from '#server/domain/ads/targeting.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { keepPast, type PastOf } from '#server/resources/accounts/delivery-history/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { campaignTable, countOpenAdGroups } from '../campaigns/repository.ts'
import { campaignExists } from '../campaigns/rules.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import { promotionTable } from '../promotions/repository.ts'
import { findTargetingTemplate } from '../targeting-templates/repository.ts'
import type { StoredTemplate } from '../targeting-templates/schema.ts'
import { changedAdGroup, newAdGroup } from './entity.ts'
import { type AdGroupResponseRow, adGroupTable, type OfCampaign } from './repository.ts'
import { adGroupIdRange } from './resource.ts'
import { adGroupExists, adGroupRules } from './rules.ts'
import type { AdGroupCreate, AdGroupUpdate, StoredAdGroup } from './schema.ts'

/** Creates one ad group in a campaign of the account, unless a rule refuses it. */
export function createAdGroup(
  world: World,
  account: AdAccountContext,
  item: AdGroupCreate,
  adGroups = adGroupTable.newRows(world.db),
): Outcome<AdGroupResponseRow> {
  const { db, rules } = world
  const campaign = campaignOf(world, account, item.campaign_id)
  if (campaign === undefined) return { violations: rules.evaluate([campaignExists], { found: campaign }) }
  const seq = adGroups.nextSequence()
  const now = world.clock.seconds()
  const after = newAdGroup(item, { id: idOf(adGroupIdRange, seq), campaign, now })
  const violations = rules.evaluate(adGroupRules, {
    operation: 'ad_groups/create',
    sent: item,
    after,
    now,
    campaign,
    features: account.features,
    openSiblings: () => {
      adGroups.store()
      return countOpenAdGroups(db, campaign.id)
    },
    template: () => templateOf(world, after),
    promotionExists: (id) => promotionTable.find(db, account.id, id) !== undefined,
  })
  if (violations.length > 0) return { violations }
  const row = { ...adGroups.add(after, { seq }), ...ofCampaign(campaign) }
  return { row, warnings: placeWarnings(after) }
}

/** Changes one ad group of the account, unless a rule refuses it. */
export function changeAdGroup(
  world: World,
  account: AdAccountContext,
  item: AdGroupUpdate,
): Outcome<AdGroupResponseRow> {
  const { db, rules } = world
  const stored = adGroupTable.find(db, account.id, item.id)
  if (stored === undefined) return { violations: rules.evaluate([adGroupExists], { found: stored }) }
  const now = world.clock.seconds()
  const before: StoredAdGroup = JSON.parse(stored.json)
  const after = changedAdGroup(before, item, now)
  const campaign = campaignOf(world, account, after.campaign_id)
  if (campaign === undefined) return { violations: rules.evaluate([campaignExists], { found: campaign }) }
  const violations = rules.evaluate(adGroupRules, {
    operation: 'ad_groups/update',
    sent: item,
    before,
    after,
    now,
    campaign,
    features: account.features,
    openSiblings: () => countOpenAdGroups(db, campaign.id) - (campaign.id === before.campaign_id ? 1 : 0),
    template: () => templateOf(world, after),
    promotionExists: (id) => promotionTable.find(db, account.id, id) !== undefined,
  })
  if (violations.length > 0) return { violations }
  keepPast(db, pastOf(after), before, after, now)
  const row = { ...adGroupTable.updateEntity(db, after, { seq: stored.seq }, stored), ...ofCampaign(campaign) }
  const retargeted = item.targeting_spec !== undefined || item.targeting_spec_operations !== undefined
  return { row, warnings: retargeted ? placeWarnings(after) : [] }
}

/** Returns whose past a change of an ad group keeps. */
export const pastOf = ({ id, ad_account_id, campaign_id }: AdGroupParents): PastOf => ({
  kind: 'ad_group',
  id,
  ad_account_id,
  campaign_id,
})

type AdGroupParents = Pick<StoredAdGroup, 'id' | 'ad_account_id' | 'campaign_id'>

/**
 * Warns of a missing location, which is documented as required and observed to be optional. Only an account with the
 * feature `require_location` refuses it.
 */
const placeWarnings = ({ targeting_spec, targeting_template_ids }: StoredAdGroup): readonly string[] =>
  hasPlace(targeting_spec) || targeting_template_ids !== null
    ? []
    : ['targeting_spec has neither LOCATION nor GEO, which Pinterest documents as required']

function campaignOf(world: World, account: AdAccountContext, id: string): StoredCampaign | undefined {
  const row = campaignTable.find(world.db, account.id, id)
  return row === undefined ? undefined : JSON.parse(row.json)
}

function templateOf(
  { db }: World,
  { ad_account_id, targeting_template_ids }: StoredAdGroup,
): StoredTemplate | undefined {
  const [id] = targeting_template_ids ?? []
  const row = id === undefined ? undefined : findTargetingTemplate(db, ad_account_id, id)
  return row === undefined ? undefined : JSON.parse(row.json)
}

const ofCampaign = (campaign: StoredCampaign): OfCampaign => ({
  campaign_status: campaign.status,
  campaign_start_time: campaign.start_time,
  campaign_end_time: campaign.end_time,
  campaign_is_automated: campaign.is_automated_campaign ? 1 : 0,
})
