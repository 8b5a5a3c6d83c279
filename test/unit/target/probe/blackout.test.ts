import t from 'tap'
import { Blackout, textsOfAccount } from '#server/target/probe/blackout.ts'

const names = [
  'a',
  '.*',
  '$&',
  '\\',
  '"',
  "O'Neil & Söhne <GmbH>",
  'İstanbul',
  '🦊',
  'campaign',
  '  spaces   inside  ',
  '{{name}}',
  '100%',
]

for (const name of names) {
  t.test(`a text has nothing of an account called ${JSON.stringify(name)}`, async (t) => {
    const blackout = new Blackout()
    blackout.add(
      textsOfAccount({ name, id: '549755885262', owner: { username: 'zoe_k' }, country: 'US', currency: 'USD' }),
    )
    const forms = [name, name.toUpperCase(), JSON.stringify(name), encodeURIComponent(name)]
    for (const form of forms) {
      const text = blackout.text(`No access: (${form}) of zoe_k, ZOE_K and 549755885262 at https://shop.test/x?id=1`)
      t.notOk(text.includes(`(${form.trim()})`), text)
      t.notMatch(text, /zoe_k|\d{12}|shop\.test/i)
    }
  })
}

t.test('words of the API, amounts and short codes stay', async (t) => {
  const blackout = new Blackout()
  blackout.add(textsOfAccount({ name: 'a', country: 'US', currency: 'USD', permissions: ['ADMIN'] }))
  const text = 'daily_spend_cap must be at least 1000000 micro USD: see https://example.com, code 2277.'
  t.equal(blackout.text(text), text)
})

t.test('times, dates and names of probes are alike on every run', async (t) => {
  const text = new Blackout().text(
    'end_time 1780315200 or 2026-06-01T12:00:00Z on 2026-06-01: pinterest-ads-mock probe m1x2-14 Boots',
  )
  t.equal(text, 'end_time <time> or <time> on <date>: <name> Boots')
})

t.test('a field whose name is data is blacked out', async (t) => {
  const blackout = new Blackout()
  blackout.add(['zoe'])
  t.same(
    ['items', 'daily_spend_cap', '549755885262', 'Zoë K', 'zoe'].map((name) => blackout.field(name)),
    ['items', 'daily_spend_cap', '…', '…', '…'],
  )
})

t.test('tokens of reports are blacked out, long words of the API are not', async (t) => {
  const blackout = new Blackout()
  t.equal(blackout.text('the token parameter W9HpnXUgMdh9MQ3k4RlWCg==gNzanyYB_x+1/2='), 'the token parameter …')
  const words = 'conversion_tag_v3_goal_metadata, default_ad_group_budget_in_micro_currency, AWARENESS/IMPRESSION'
  t.equal(blackout.text(words), words)
})
