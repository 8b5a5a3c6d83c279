import t from 'tap'
import { operations } from '../../openapi/operations.ts'
import { limitsOf, limitsOn, rateCategories, tierLimits } from '../../server/domain/rate-limits.ts'

t.test('the categories are those of the operations', async (t) => {
  t.same([...new Set(operations.map(({ rate_category }) => rate_category))].sort(), rateCategories)
})

t.test('every operation is limited in both tiers', async (t) => {
  for (const tier of ['trial', 'standard'] as const) {
    for (const { id, rate_category } of operations) t.ok(limitsOn(rate_category, limitsOf(tier)).length > 0, id)
  }
})

t.test('no tier limits a category twice in one window', async (t) => {
  const keys = tierLimits.map(({ tier, category, window }) => `${tier} ${category} ${window}`)
  t.equal(new Set(keys).size, keys.length)
})

t.test('what is off counts by the standard tier', async (t) => {
  t.same(limitsOf('off'), limitsOf('standard'))
})

t.test('explicit figures limit the categories that they name, and all calls together', async (t) => {
  const limits = limitsOf({ '*': { per_second: 5 }, ads_write: { per_minute: 2, per_day: 9 } })
  t.match(limitsOn('ads_write', limits), [{ calls: 5 }, { calls: 2 }, { calls: 9 }])
  t.match(limitsOn('ads_read', limits), [{ calls: 5, window: 'per_second' }])
})
