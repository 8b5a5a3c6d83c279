import t from 'tap'
import { leadFormIn } from '#test/fixtures/lead-forms.ts'
import { subscribe } from '#test/fixtures/leads.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

const url = 'https://crm.example.com/leads'
const subscriptions = '/leads/subscriptions'

t.test('a subscription has a key of its own, and is answered as it was recorded', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post(subscriptions, { webhook_url: url })
  t.equal(status, 200)
  t.match(body, {
    cryptographic_algorithm: 'AES-256-GCM',
    created_time: testNow * 1000,
    ad_account_id: world.account,
    webhook_url: url,
    lead_form_id: null,
    api_version: 'v5',
  })
  t.match(body.id, /^80784320\d{11}$/)
  t.equal(Buffer.from(body.cryptographic_key, 'base64').length, 32)
  const { body: user } = await world.call('GET', '/v5/user_account')
  t.equal(body.user_account_id, user.id)
  const stored = { ...body, api_version: '5.11.1' }
  t.strictSame((await world.get(`${subscriptions}/${body.id}`)).body, stored)
  t.strictSame((await world.get(subscriptions)).body, { items: [stored], bookmark: null })
  const other = await subscribe(world, url, { lead_form_id: (await leadFormIn(world)).id })
  t.not(other.cryptographic_key, body.cryptographic_key)
})

t.test('what partners send for themselves does not come back', async (t) => {
  const partner = { partner_access_token: 'x', partner_refresh_token: 'y', partner_metadata: { subscriber_key: 'z' } }
  const body = await subscribe(await mock(t), url, partner)
  t.equal(body.webhook_url, url)
  t.notMatch(JSON.stringify(body), /partner|subscriber/)
})

t.test('a deleted subscription is gone, and its lead form is free', async (t) => {
  const world = await mock(t)
  const { id } = await subscribe(world, url)
  const deleted = await world.call('DELETE', `/v5/ad_accounts/${world.account}${subscriptions}/${id}`)
  t.match(deleted, { status: 204, body: '' })
  t.match(await world.get(`${subscriptions}/${id}`), { status: 404, body: { message: 'Lead subscription not found.' } })
  t.match(await subscribe(world, url), { webhook_url: url })
})

t.test('lists go by pages', async (t) => {
  const world = await mock(t)
  await subscribe(world, url)
  const { id } = await subscribe(world, url, { lead_form_id: (await leadFormIn(world)).id })
  const { items, bookmark } = (await world.get(`${subscriptions}?page_size=1`)).body
  t.equal(items.length, 1)
  t.match((await world.get(`${subscriptions}?page_size=1&bookmark=${bookmark}`)).body, {
    items: [{ id }],
    bookmark: null,
  })
})

t.test('only owners and admins see, make and delete subscriptions', async (t) => {
  const world = await mock(t, {
    seed: 'small',
    auth: { tokens: { partner: { user: 'coastal_kitchens' } } } as Json,
  })
  const { items } = (await world.call('GET', '/v5/ad_accounts')).body
  const shared = items.find(({ permissions }: Json) => permissions.includes('ANALYST')).id
  const paths = [`/v5/ad_accounts/${shared}${subscriptions}`, `/v5/ad_accounts/${shared}${subscriptions}/1`]
  for (const path of paths) t.equal((await world.call('GET', path)).status, 403, path)
  t.equal((await world.call('POST', paths[0] ?? '', { webhook_url: url })).status, 403)
  t.equal((await world.call('GET', paths[0] ?? '', undefined, { authorization: 'Bearer partner' })).status, 200)
})

t.test('a direct edit leads to a webhook that the API refuses', async (t) => {
  const world = await mock(t)
  const { id } = await subscribe(world, url)
  const webhook_url = 'http://crm.example.com/leads'
  const { body } = await world.call('PATCH', `/__mock/entities/lead_subscriptions/${id}`, { webhook_url })
  t.match(body, { id, webhook_url })
  t.match((await world.get(`${subscriptions}/${id}`)).body, { webhook_url })
})

t.test('the built-in seed has a subscription', async (t) => {
  const world = await mock(t, { seed: 'small' })
  t.match((await world.get(subscriptions)).body.items, [{ webhook_url: 'https://crm.example.com/leads' }])
})
