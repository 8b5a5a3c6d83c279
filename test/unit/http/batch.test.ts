import t from 'tap'
import { z } from 'zod'
import { batchOf } from '#server/http/responses/batch.ts'
import { mock } from '#test/support/mock.ts'

const campaign = { name: 'Brand', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

t.test('a batch is a bare array of 1 to 30 items', async (t) => {
  const Batch = batchOf(z.number())
  for (const count of [1, 30]) t.ok(Batch.safeParse(Array(count).fill(1)).success)
  for (const value of [[], Array(31).fill(1), [1, '2'], 1, { items: [1] }, null]) {
    t.notOk(Batch.safeParse(value).success)
  }
})

t.test('beside the data of what was stored, campaigns have an empty list and ad groups nothing', async (t) => {
  const { post } = await mock(t)
  const [made] = (await post('/campaigns', [campaign])).body.items
  t.strictSame(Object.keys(made), ['data', 'exceptions'])
  t.strictSame(made.exceptions, [])
  const adGroup = { name: 'One', campaign_id: made.data.id, billable_event: 'IMPRESSION', bid_in_micro_currency: 1 }
  t.strictSame(Object.keys((await post('/ad_groups', [adGroup])).body.items[0]), ['data'])
})

t.test(
  'a campaign that was refused has empty data before its codes and messages; an ad group has no data',
  async (t) => {
    const { post } = await mock(t)
    const { items } = (await post('/campaigns', [{ ...campaign, lifetime_spend_cap: 1_000_000 }])).body
    t.strictSame(items, [
      {
        data: {},
        exceptions: [
          { code: 1, message: 'daily_spend_cap and lifetime_spend_cap cannot be set at the same time.' },
          { code: 2384, message: items[0].exceptions[1].message },
        ],
      },
    ])
    t.same(Object.keys(items[0]), ['data', 'exceptions'])
    const orphan = { name: 'One', campaign_id: '1', billable_event: 'IMPRESSION' }
    t.strictSame((await post('/ad_groups', [orphan])).body.items, [
      { exceptions: [{ code: 2, message: 'Campaign not found.' }] },
    ])
  },
)

t.test('the rules that refused are named in a header, each once; without violations there is none', async (t) => {
  const { post } = await mock(t)
  const wrong = { ...campaign, daily_spend_cap: 0 }
  const refused = await post('/campaigns', [wrong, campaign, wrong])
  t.equal(refused.headers['x-mock-rules'], 'campaign.budget.required')
  t.notOk('x-mock-rules' in (await post('/campaigns', [campaign])).headers)
})

t.test('a rule that the configuration rewords, renumbers or switches off does so in a batch', async (t) => {
  const wrong = { ...campaign, daily_spend_cap: 0 }
  const reworded = await mock(t, { rules: { 'campaign.budget.required': { code: 9, message: 'No money.' } } })
  t.strictSame((await reworded.post('/campaigns', [wrong])).body, {
    items: [{ data: {}, exceptions: [{ code: 9, message: 'No money.' }] }],
  })
  const off = await mock(t, { rules: { 'campaign.budget.required': { off: true } } })
  t.match((await off.post('/campaigns', [wrong])).body, { items: [{ data: { daily_spend_cap: 0 }, exceptions: [] }] })
})
