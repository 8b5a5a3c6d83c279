import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { bucketOf, rateCategories } from '#server/domain/rate-limit/rate-limits.ts'
import { limitsOf, limitsOn, tierLimits } from '#server/domain/rate-limit/tier-limits.ts'

t.test('the categories are those of the operations', async (t) => {
  t.same([...new Set(operations.map(({ rate_category }) => rate_category))].sort(), rateCategories)
})

t.test('every operation is limited in both tiers', async (t) => {
  for (const tier of ['trial', 'standard'] as const) {
    for (const { id, rate_category } of operations) t.ok(limitsOn(rate_category, limitsOf(tier)).length > 0, id)
  }
})

t.test('no tier fills a bucket twice in one window', async (t) => {
  const keys = tierLimits.map((limit) => `${limit.tier} ${bucketOf(limit)} ${limit.window}`)
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

t.test('limits on all calls together come first, wherever they were written', async (t) => {
  const limits = limitsOf({ ads_write: { per_minute: 2 }, '*': { per_second: 5 } })
  t.match(limitsOn('ads_write', limits), [{ calls: 5 }, { calls: 2 }])
})

t.test('a bucket is named after what it counts, and for whom', async (t) => {
  const one = { window: 'per_minute', calls: 1 } as const
  t.equal(bucketOf({ ...one, category: '*', per: 'user' }), 'safety_net_app_id_user_id')
  t.equal(bucketOf({ ...one, category: 'trends_read', per: 'user' }), 'trends_read_app_id_user_id')
  t.equal(bucketOf({ ...one, category: 'ads_write', per: 'app' }), 'ads_write_app_id')
  const report = { ...one, category: 'ads_analytics', operation: 'analytics/get_report', per: 'app' } as const
  t.equal(bucketOf(report), 'analytics_get_report_app_id')
})

t.test('every limit on one operation names an operation of its category', async (t) => {
  const apart = tierLimits.filter(({ operation }) => operation !== undefined)
  t.ok(apart.length > 0)
  for (const { operation, category } of apart) {
    t.equal(operations.find(({ id }) => id === operation)?.rate_category, category, String(operation))
  }
})
