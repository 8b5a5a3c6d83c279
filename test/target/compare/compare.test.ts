import t from 'tap'
import type { MockOptions } from '#test/support/mock.ts'
import type { Alter } from './altered-server.ts'
import { compared, kindsOf } from './compared.ts'

t.test('a target that answers alike has no differences, whatever its ids and bookmarks are', async (t) => {
  const { comparison } = await compared(t)
  t.same(comparison.differences, [])
  t.same(comparison.calls, { recorded: 15, compared: 15, different: 0 })
})

t.test('every deliberate difference is found, and nothing else', async (t) => {
  const alter: Alter = ({ method, path }, answer) => {
    const { body } = answer
    const isCampaigns = path.endsWith('/campaigns')
    if (method === 'GET' && isCampaigns && body.items) {
      for (const item of body.items) {
        // A field is missing, one is new, and one has another type.
        delete item.is_top_of_search
        item.brand_safety = 'STANDARD'
        item.created_time = String(item.created_time)
      }
    }
    if (path.endsWith('/ad_groups') && body.items) for (const item of body.items) delete item.targeting_spec.MAXIMUM_AGE
    // Another status with the same body, another code, another text.
    if (path.endsWith('/campaigns/1')) answer.status = 403
    if (body.code === 1) body.message = 'Something else is wrong.'
    if (path.endsWith('/labels') && body.labels) answer.status = 201
    // Another limit, a header that is missing, and another type of content.
    if (path.endsWith('/audiences')) answer.headers['x-ratelimit-limit'] = '7'
    if (path.endsWith('/boards')) {
      delete answer.headers['x-pinterest-rid']
      answer.headers['content-type'] = 'text/plain'
    }
  }
  const options: MockOptions = {
    // A rule is off, and another has a code of its own.
    rules: { 'campaign.budget.one-cap': { off: true } },
  }
  const { comparison } = await compared(t, { alter, options })
  t.strictSame(kindsOf(comparison), [
    'ad_groups/list field-missing items[].targeting_spec.MAXIMUM_AGE',
    'audiences/list header x-ratelimit-limit',
    'boards/list header content-type',
    'boards/list header x-pinterest-rid',
    'campaigns/create code items[].exceptions',
    'campaigns/get status',
    'campaigns/list field-added items[].brand_safety',
    'campaigns/list field-missing items[].is_top_of_search',
    'campaigns/list message',
    'campaigns/list type items[].created_time',
    'labels/create status',
  ])
})

t.test('a 429, an error that passes and a connection that ends are no differences, and said', async (t) => {
  const faults = [
    { match: { operation: 'campaigns/list' }, trigger: { nth: 2 }, effect: 'rate_limited' },
    { match: { operation: 'audiences/list' }, effect: 'server_error', times: 1 },
  ]
  let ended = 0
  const alter: Alter = ({ path }) => (path.endsWith('/ad_groups') && ended++ === 0 ? 'end' : undefined)
  const { comparison } = await compared(t, { faults, alter })
  t.same(comparison.differences, [])
  t.match(comparison.retried, [
    { operation: 'campaigns/list', reason: 'refused with 429', count: 1 },
    { operation: 'ad_groups/list', reason: /ad_groups/, count: 1 },
    { operation: 'audiences/list', reason: 'answered 500', count: 1 },
  ])
})

t.test('what never answers is a difference of its call alone', async (t) => {
  const alter: Alter = ({ path }) => (path.endsWith('/audiences') ? 'end' : undefined)
  const { comparison } = await compared(t, { alter })
  t.strictSame(kindsOf(comparison), ['audiences/list no-answer'])
})

t.test('an override of a rule is another code and another text', async (t) => {
  const rules = { 'campaign.budget.one-cap': { code: 4711, message: 'Choose one of the two caps.' } }
  const { comparison } = await compared(t, { options: { rules } })
  t.match(comparison.differences, [
    { operation: 'campaigns/create', kind: 'code', at: 'items[].exceptions', target: /4711/, count: 1 },
  ])
  t.equal(comparison.differences.length, 1)
})
