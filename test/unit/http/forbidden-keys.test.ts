import t from 'tap'
import { mock } from '#test/support/mock.ts'

const campaign = { name: 'One', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }

for (const [what, text, key] of [
  ['a prototype for a key', '[{"__proto__":{"polluted":true}}]', '[0].__proto__'],
  ['a prototype that is null', '[{"a":[1,{"__proto__":null}]}]', '[0].a[1].__proto__'],
  ['a prototype spelt by numbers', '[{"\\u005f\\u005fproto__":1}]', '[0].__proto__'],
  ['a constructor with a prototype', '[{"name":"x"},{"constructor":{"prototype":{}}}]', '[1].constructor.prototype'],
  ['the same spelt by numbers', '[{"\\u0063onstructor":{"p\\u0072ototype":{}}}]', '[0].constructor.prototype'],
] as const) {
  t.test(`${what} is told by its place, and asked why`, async (t) => {
    const { call, account } = await mock(t)
    const { status, headers, body } = await call('POST', `/v5/ad_accounts/${account}/campaigns`, text)
    t.equal(status, 400)
    const message = `Invalid request: ${key} is a key that is refused, since it would reach a prototype`
    t.same(body, { code: 1, message })
    const why = (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)).body
    t.match(why.reasons, [{ rule: 'request.syntax', in: 'body', field: key }])
  })
}

t.test('what is no JSON is told so, whatever keys it has', async (t) => {
  const { call, account } = await mock(t)
  const { status, body } = await call('POST', `/v5/ad_accounts/${account}/campaigns`, '[{"__proto__":{}}')
  t.equal(status, 400)
  t.match(body.message, /the body is not JSON: Body is not valid JSON/)
})

for (const [what, more] of [
  ['a constructor without a prototype', { constructor: 'Ford' }],
  ['a constructor that has other things', { constructor: { name: 'Ford' } }],
  ['a prototype of nothing', { prototype: { wheels: 4 } }],
  ['such names in texts', { tracking_template: '"__proto__": {"constructor":{"prototype":1}}' }],
] as const) {
  t.test(`${what} passes`, async (t) => {
    const { create } = await mock(t)
    t.match(await create('/campaigns', { ...campaign, ...more }), { name: 'One' })
  })
}

t.test('a byte order mark before the JSON is left out', async (t) => {
  const { call, account } = await mock(t)
  const text = `\uFEFF${JSON.stringify([campaign])}`
  t.match((await call('POST', `/v5/ad_accounts/${account}/campaigns`, text)).body, {
    items: [{ data: { name: 'One' } }],
  })
})
