import t from 'tap'
import { defaultFeatures, featuresOf } from '#server/domain/ads/features.ts'

t.test('an account has the betas of labels and lead forms and nothing else unless somebody says so', async (t) => {
  t.same(featuresOf('1', null, {}), {
    labels: true,
    lead_forms: true,
    cbo_ad_group_schedule: false,
    require_cbo: false,
    require_location: false,
    billing_disabled: false,
    multi_pin_analytics: false,
  })
})

t.test('what is stored for an account counts before the defaults', async (t) => {
  t.same(featuresOf('1', { labels: false }, {}), { ...defaultFeatures, labels: false })
})

t.test('a setting for all accounts counts before what is stored', async (t) => {
  const settings = { '*': { labels: true, require_cbo: true } }
  t.same(featuresOf('1', { labels: false }, settings), { ...defaultFeatures, require_cbo: true })
})

t.test('a setting for one account counts before the setting for all, and for no other account', async (t) => {
  const settings = { '*': { require_cbo: true }, '1': { require_cbo: false } }
  t.equal(featuresOf('1', null, settings).require_cbo, false)
  t.equal(featuresOf('2', null, settings).require_cbo, true)
})
