import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { hasPlace } from '#server/domain/ads/targeting.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { countOpenAdGroups, findCampaign } from '../campaigns/repository.ts'
import { campaignExists } from '../campaigns/rules.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import { findTargetingTemplate } from '../targeting-templates/repository.ts'
import type { StoredTemplate } from '../targeting-templates/schema.ts'
import { changedAdGroup, newAdGroup } from './entity.ts'
import {
  type AdGroupRow,
  type AnsweredAdGroup,
  findAdGroup,
  insertAdGroup,
  nextAdGroupSequence,
  updateAdGroup,
} from './repository.ts'
import { adGroupIdRange } from './resource.ts'
import { adGroupExists, adGroupRules } from './rules.ts'
import type { AdGroupCreate, AdGroupUpdate, StoredAdGroup } from './schema.ts'

/** A stored ad group, or the violations of the rules that it breaks. */
export type AdGroupOutcome =
  | { readonly row: AnsweredAdGroup; readonly warnings?: readonly string[] }
  | { readonly violations: readonly Violation[] }

/** Creates one ad group in a campaign of the account, unless a rule refuses it. */
export function createAdGroup(world: World, account: KnownAdAccount, item: AdGroupCreate): AdGroupOutcome {
  const { db, rules } = world
  const campaign = campaignOf(world, account, item.campaign_id)
  if (campaign === undefined) return { violations: rules.evaluate([campaignExists], { found: campaign }) }
  const seq = nextAdGroupSequence(db)
  const now = world.clock.seconds()
  const after = newAdGroup(item, { id: idOf(adGroupIdRange, seq), campaign, now })
  const violations = rules.evaluate(adGroupRules, {
    operation: 'ad_groups/create',
    sent: item,
    after,
    now,
    campaign,
    features: account.features,
    openSiblings: () => countOpenAdGroups(db, campaign.id),
    template: () => templateOf(world, after),
  })
  if (violations.length > 0) return { violations }
  const row = rowOf(seq, after, campaign)
  insertAdGroup(db, row)
  return { row, warnings: placeWarnings(after) }
}

/** Changes one ad group of the account, unless a rule refuses it. */
export function changeAdGroup(world: World, account: KnownAdAccount, item: AdGroupUpdate): AdGroupOutcome {
  const { db, rules } = world
  const stored = findAdGroup(db, account.id, item.id)
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
  })
  if (violations.length > 0) return { violations }
  const row = rowOf(stored.seq, after, campaign)
  updateAdGroup(db, row)
  const retargeted = item.targeting_spec !== undefined || item.targeting_spec_operations !== undefined
  return { row, warnings: retargeted ? placeWarnings(after) : [] }
}

/** Documented as required, observed not to be: refused only in an account that has the feature `require_location`. */
const placeWarnings = ({ targeting_spec, targeting_template_ids }: StoredAdGroup): readonly string[] =>
  hasPlace(targeting_spec) || targeting_template_ids !== null
    ? []
    : ['targeting_spec has neither LOCATION nor GEO, which Pinterest documents as required']

function campaignOf(world: World, account: KnownAdAccount, id: string): StoredCampaign | undefined {
  const row = findCampaign(world.db, account.id, id)
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

const rowOf = (seq: number, adGroup: StoredAdGroup, campaign: StoredCampaign): AdGroupRow & AnsweredAdGroup => ({
  seq,
  id: adGroup.id,
  ad_account_id: adGroup.ad_account_id,
  campaign_id: adGroup.campaign_id,
  status: adGroup.status,
  start_time: adGroup.start_time,
  end_time: adGroup.end_time,
  json: JSON.stringify(adGroup),
  campaign_status: campaign.status,
  campaign_start_time: campaign.start_time,
  campaign_end_time: campaign.end_time,
  campaign_is_automated: campaign.is_automated_campaign ? 1 : 0,
})
