import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { mock } from '#test/support/mock.ts'
import { Disagreement } from './disagreement.ts'
import { agreement } from './property.ts'

/** Rules of every kind. A model that agrees with a server without one of them would prove nothing. */
const removedRules = [
  'campaign.status.transition',
  'campaign.locked.objective_type',
  'campaign.budget.required',
  'campaign.budget.minimum',
  'campaign.budget.lifetime-needs-end',
  'campaign.budget.without-optimization',
  'campaign.budget.seventy-ad-groups',
  'campaign.objective.promotion-type',
  'campaign.schedule.end-after-start',
  'campaign.performance-plus.objective',
  'campaign.tracking.three-urls',
  'ad_group.locked.budget_type',
  'ad_group.budget.required',
  'ad_group.bid.required',
  'ad_group.limit.seventy',
  'ad_group.campaign.open',
  'ad_group.schedule.cbo-times',
  'ad_group.schedule.within-campaign',
  'ad_group.tracking.update-events',
  'ad_group.list.one-filter',
  'ad.status.transition',
  'ad.carousel.links',
  'keyword.match-type.negative-only',
  'label.restore.limits',
  'label.apply.one-brand',
  'label.apply.thirty-custom',
]

/** Seeds whose first sequences lack such a rule; by the one of the others it shows after hundreds of calls. */
const seeds: Readonly<Record<string, number>> = {
  'campaign.budget.required': 13,
  'campaign.budget.minimum': 14,
  'campaign.budget.lifetime-needs-end': 14,
  'campaign.budget.seventy-ad-groups': 9,
  'ad_group.locked.budget_type': 6,
  'ad_group.campaign.open': 1,
}

for (const rule of removedRules) {
  t.test(`a server without the rule ${rule} disagrees with the model`, async (t) => {
    const server = await mock(t, { ownClocks: true, journal: 0, rules: { [rule]: { off: true } } })
    const options = { numRuns: 300, seed: seeds[rule] ?? 11, endOnFailure: true }
    const { errorInstance } = await fc.check(await agreement(server), options)
    t.type(errorInstance, Disagreement)
  })
}

t.test('a server whose ads deliver nothing disagrees with the model', async (t) => {
  const server = await mock(t, { ownClocks: true, journal: 0 })
  await server.call('PUT', '/__mock/delivery', { accounts: { '*': { off: true } } })
  const { errorInstance } = await fc.check(await agreement(server), { numRuns: 300, seed: 11, endOnFailure: true })
  t.type(errorInstance, Disagreement)
  t.match(errorInstance, { message: /could deliver all day/ })
})
