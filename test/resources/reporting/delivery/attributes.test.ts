import t from 'tap'
import { absentColumns, attributeColumns } from '#server/resources/reporting/delivery/attribute-columns.ts'
import { attributesOf, hasAttribute } from '#server/resources/reporting/delivery/attribute-repository.ts'
import type { EntityLevel } from '#server/resources/reporting/delivery/levels.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** The attributes of an entity by name, as far as rows of the level have them. */
function attributes({ worlds }: Mock, level: EntityLevel, id: string): Json {
  const names = Object.keys(attributeColumns).filter((name) => hasAttribute(level, name))
  const values = attributesOf(worlds.world('default').db, level, names, id)
  return Object.fromEntries(names.map((name, index) => [name, values[index]]))
}

t.test('attributes of a campaign are what the campaign is now, and what its account is', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [campaign] = (await world.get('/campaigns')).body.items
  await world.change('/campaigns', { id: campaign.id, name: 'Renamed' })
  t.match(attributes(world, 'campaign', campaign.id), {
    AD_ACCOUNT_ID: world.account,
    ADVERTISER_ID: world.account,
    CAMPAIGN_ID: campaign.id,
    CAMPAIGN_NAME: 'Renamed',
    CAMPAIGN_ENTITY_STATUS: campaign.status,
    CAMPAIGN_OBJECTIVE_TYPE: campaign.objective_type,
    CAMPAIGN_DAILY_SPEND_CAP: campaign.daily_spend_cap,
    CAMPAIGN_LIFETIME_SPEND_CAP: campaign.lifetime_spend_cap,
    CAMPAIGN_BUDGET_OPTIMIZATION: Number(campaign.is_campaign_budget_optimization),
  })
})

t.test('attributes of an ad include those of its ad group and campaign', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const [ad] = (await world.get('/ads')).body.items
  t.match(attributes(world, 'ad', ad.id), {
    AD_ID: ad.id,
    PIN_PROMOTION_ID: ad.id,
    AD_NAME: ad.name,
    PIN_ID: ad.pin_id,
    AD_GROUP_ID: ad.ad_group_id,
    CAMPAIGN_ID: ad.campaign_id,
  })
})

t.test('an ad group names the promotion that it shows', async (t) => {
  const world = await mock(t, { seed: 'small' })
  const groups = (await world.get('/ad_groups')).body.items
  const group = groups.find(({ promotion_ids }: Json) => promotion_ids.length > 0)
  const promotion = (await world.get(`/promotions/${group.promotion_ids[0]}`)).body
  t.match(attributes(world, 'ad_group', group.id), {
    PROMO_ID: promotion.id,
    PROMO_NAME: promotion.promotion_title,
  })
})

t.test('a bid multiplier is in percent, and a budget in units of the currency', async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', {
    name: 'Per group',
    objective_type: 'AWARENESS',
    is_campaign_budget_optimization: false,
  })
  const group = await world.create('/ad_groups', {
    name: 'Group',
    campaign_id: campaign.id,
    billable_event: 'IMPRESSION',
    bid_strategy_type: 'AUTOMATIC_BID',
    budget_in_micro_currency: 12_340_000,
    bid_multiplier: 1.1,
    targeting_spec: { LOCATION: ['US'] },
  })
  t.match(attributes(world, 'ad_group', group.id), {
    AD_GROUP_BUDGET_TYPE: 'DAILY',
    AD_GROUP_BUDGET_IN_LOCAL_CURRENCY: 12.34,
    AD_GROUP_BID_MULTIPLIER: 110,
    AD_GROUP_OPTIMIZATION: 'IMPRESSION',
  })
})

t.test('no column is both absent and an attribute', async (t) => {
  t.strictSame(
    Object.keys(absentColumns).filter((name) => name in attributeColumns),
    [],
  )
})
