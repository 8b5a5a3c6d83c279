import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { findOrderLineTerm } from '../order-lines/repository.ts'
import { changedCampaign, newCampaign } from './entity.ts'
import {
  type CampaignRow,
  countOpenAdGroups,
  findCampaign,
  insertCampaign,
  nextCampaignSequence,
  updateCampaign,
} from './repository.ts'
import { campaignIdRange } from './resource.ts'
import { campaignExists, campaignRules } from './rules.ts'
import type { CampaignCreate, CampaignUpdate, StoredCampaign } from './schema.ts'

/** A stored campaign, or the violations of the rules that it breaks. */
export type CampaignOutcome = { readonly row: CampaignRow } | { readonly violations: readonly Violation[] }

/** Creates one campaign in the account, unless a rule refuses it. */
export function createCampaign(world: World, account: KnownAdAccount, item: CampaignCreate): CampaignOutcome {
  const { db, rules } = world
  const seq = nextCampaignSequence(db)
  const now = world.clock.seconds()
  const after = newCampaign(item, { id: idOf(campaignIdRange, seq), ad_account_id: account.id, now })
  const violations = rules.evaluate(campaignRules, {
    operation: 'campaigns/create',
    sent: item,
    after,
    now,
    features: account.features,
    openAdGroups: () => 0,
    orderLine: () => orderLineOf(world, after),
  })
  if (violations.length > 0) return { violations }
  const row = rowOf(seq, after)
  insertCampaign(db, row)
  return { row }
}

/** Changes one campaign of the account, unless a rule refuses it. */
export function changeCampaign(world: World, account: KnownAdAccount, item: CampaignUpdate): CampaignOutcome {
  const { db, rules } = world
  const stored = findCampaign(db, account.id, item.id)
  if (stored === undefined) return { violations: rules.evaluate([campaignExists], { found: undefined }) }
  const now = world.clock.seconds()
  const before: StoredCampaign = JSON.parse(stored.json)
  const after = changedCampaign(before, item, now)
  const violations = rules.evaluate(campaignRules, {
    operation: 'campaigns/update',
    sent: item,
    before,
    after,
    now,
    features: account.features,
    openAdGroups: () => countOpenAdGroups(db, item.id),
    orderLine: () => orderLineOf(world, after),
  })
  if (violations.length > 0) return { violations }
  const row = rowOf(stored.seq, after)
  updateCampaign(db, row)
  return { row }
}

const orderLineOf = ({ db }: World, { ad_account_id, order_line_id }: StoredCampaign) =>
  order_line_id === null ? undefined : findOrderLineTerm(db, ad_account_id, order_line_id)

const rowOf = (seq: number, campaign: StoredCampaign): CampaignRow => ({
  seq,
  id: campaign.id,
  ad_account_id: campaign.ad_account_id,
  status: campaign.status,
  is_campaign_budget_optimization: campaign.is_campaign_budget_optimization ? 1 : 0,
  is_automated_campaign: campaign.is_automated_campaign ? 1 : 0,
  start_time: campaign.start_time,
  end_time: campaign.end_time,
  order_line_id: campaign.order_line_id,
  json: JSON.stringify(campaign),
})
