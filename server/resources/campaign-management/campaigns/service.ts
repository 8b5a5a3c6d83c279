import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { keepPast, type PastOf } from '#server/resources/accounts/delivery-history/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { findOrderLineTerm } from '../order-lines/repository.ts'
import { changedCampaign, newCampaign } from './entity.ts'
import { type CampaignRow, campaignTable, countOpenAdGroups } from './repository.ts'
import { campaignIdRange } from './resource.ts'
import { campaignExists, campaignRules } from './rules.ts'
import type { CampaignCreate, CampaignUpdate, StoredCampaign } from './schema.ts'

/** Creates one campaign in the account, unless a rule refuses it. No rule reads the campaigns of the same batch. */
export function createCampaign(
  world: World,
  account: AdAccountContext,
  item: CampaignCreate,
  campaigns = campaignTable.newRows(world.db),
): Outcome<CampaignRow> {
  const { rules } = world
  const seq = campaigns.nextSequence()
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
  return { row: campaigns.add(after, { seq }) }
}

/** Changes one campaign of the account, unless a rule refuses it. */
export function changeCampaign(world: World, account: AdAccountContext, item: CampaignUpdate): Outcome<CampaignRow> {
  const { db, rules } = world
  const stored = campaignTable.find(db, account.id, item.id)
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
  keepPast(db, pastOf(after), before, after, now)
  return { row: campaignTable.updateEntity(db, after, { seq: stored.seq }, stored) }
}

/** Returns whose past a change of a campaign keeps. */
export const pastOf = ({ id, ad_account_id }: Pick<StoredCampaign, 'id' | 'ad_account_id'>): PastOf => ({
  kind: 'campaign',
  id,
  ad_account_id,
  campaign_id: id,
})

const orderLineOf = ({ db }: World, { ad_account_id, order_line_id }: StoredCampaign) =>
  order_line_id === null ? undefined : findOrderLineTerm(db, ad_account_id, order_line_id)
