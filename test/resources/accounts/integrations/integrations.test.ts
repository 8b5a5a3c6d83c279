import t from 'tap'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const commerce = '/v5/integrations/commerce'
const shop = {
  external_business_id: 'woo-shop.example.com-1',
  connected_merchant_id: '1445572885401',
  partner_metadata: '{"plugin_version":"1.4.12"}',
}
const secrets = {
  partner_access_token: 'their-access',
  partner_refresh_token: 'their-refresh',
  partner_primary_email: 'owner@shop.example.com',
  partner_access_token_expiry: 1_780_401_600_000,
}

const connect = ({ call, account }: Mock, more: object = {}): Promise<Answer> =>
  call('POST', commerce, { ...shop, connected_advertiser_id: account, ...more })

/** A world in which another user has connected the business. */
async function takenWorld(t: Parameters<typeof mock>[0]): Promise<Mock> {
  const world = await mock(t)
  await world.call('POST', '/__mock/seed', {
    users: [{ alias: 'other', username: 'other_shop' }],
    integrations: [{ ...shop, owner: 'other' }],
  })
  return world
}

t.test('a business is connected, and answered without tokens and what it has not', async (t) => {
  const world = await mock(t)
  const { status, body } = await connect(world, secrets)
  t.equal(status, 200)
  t.match(body.id, /^7329\d{15}$/)
  t.strictSame(body, {
    id: body.id,
    external_business_id: 'woo-shop.example.com-1',
    connected_merchant_id: '1445572885401',
    connected_user_id: '1055601737567567993',
    connected_advertiser_id: world.account,
    partner_access_token_expiry: 1_780_401_600_000,
    partner_metadata: '{"plugin_version":"1.4.12"}',
    created_timestamp: world.now * 1000,
    updated_timestamp: world.now * 1000,
  })
  t.strictSame((await world.call('GET', `${commerce}/woo-shop.example.com-1`)).body, body)
})

t.test('lists and gets by id have the tokens, and null for what there is not', async (t) => {
  const world = await mock(t)
  const { id } = (await connect(world, secrets)).body
  const record = (await world.call('GET', `/v5/integrations/${id}`)).body
  t.match(record, { ...secrets, id, connected_tag_id: null, scopes: null, created_time: world.now * 1000 })
  t.strictSame((await world.call('GET', '/v5/integrations')).body, { items: [record], bookmark: null })
})

t.test('a business that is connected again is updated', async (t) => {
  const world = await mock(t)
  const first = (await connect(world)).body
  world.clock.advance(5000)
  const again = (await connect(world, { connected_tag_id: '2612500000042' })).body
  t.strictSame(again, { ...again, id: first.id, created_timestamp: first.created_timestamp })
  t.match(again, { connected_tag_id: '2612500000042', updated_timestamp: (world.now + 5) * 1000 })
  t.equal((await world.call('GET', '/v5/integrations')).body.items.length, 1)
})

t.test('an update changes what is sent, and null clears it', async (t) => {
  const world = await mock(t)
  const { updated_timestamp: _, connected_merchant_id: __, ...before } = (await connect(world)).body
  world.clock.advance(1000)
  const path = `${commerce}/woo-shop.example.com-1`
  const { status, body } = await world.call('PATCH', path, { scopes: 'ads:read', connected_merchant_id: null })
  t.equal(status, 200)
  t.strictSame(body, { ...before, scopes: 'ads:read', updated_timestamp: (world.now + 1) * 1000 })
})

t.test('a deleted integration is gone', async (t) => {
  const world = await mock(t)
  const { id } = (await connect(world)).body
  const path = `${commerce}/woo-shop.example.com-1`
  t.match(await world.call('DELETE', path), { status: 204, body: '' })
  const message = 'Sorry! We could not find your integration.'
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const body = method === 'PATCH' ? {} : undefined
    t.match(await world.call(method, path, body), { status: 404, body: { code: 4180, message } })
  }
  t.match(await world.call('GET', `/v5/integrations/${id}`), { status: 404, body: { code: 4517, message } })
})

t.test("another user's integration is refused, and not listed", async (t) => {
  const world = await takenWorld(t)
  const path = `${commerce}/woo-shop.example.com-1`
  const refused = { status: 409, body: { code: 4182, message: "Can't access this integration metadata." } }
  t.match(await connect(world), refused)
  t.match(await world.call('GET', path), refused)
  t.match(await world.call('PATCH', path, { scopes: 'ads:read' }), refused)
  t.match(await world.call('DELETE', path), refused)
  t.strictSame((await world.call('GET', '/v5/integrations')).body.items, [])
})

t.test('businesses without an id of their own are connected one by one', async (t) => {
  const world = await mock(t)
  for (const _ of [1, 2]) t.equal((await world.call('POST', commerce, {})).status, 200)
  const first = (await world.call('GET', '/v5/integrations?page_size=1')).body
  const second = (await world.call('GET', `/v5/integrations?page_size=1&bookmark=${first.bookmark}`)).body
  t.match([first.items, second.items], [[{ external_business_id: null }], [{ external_business_id: null }]])
  t.equal(second.bookmark, null)
})

t.test('the journal warns of an ad account that the world does not have', async (t) => {
  const world = await mock(t)
  await connect(world, { connected_advertiser_id: '123' })
  await connect(world)
  const { items } = (await world.call('GET', '/__mock/requests?operation=integrations_commerce/post')).body
  t.same(items.map(({ warnings }: { warnings: readonly string[] }) => warnings).sort(), [
    [],
    ["connected_advertiser_id '123' is no ad account of this world."],
  ])
})

t.test('a direct edit changes and deletes an integration of any user', async (t) => {
  const world = await takenWorld(t)
  const entity = '/__mock/entities/integrations/woo-shop.example.com-1'
  t.match((await world.call('PATCH', entity, { scopes: 'ads:read' })).body, { scopes: 'ads:read' })
  t.equal((await world.call('DELETE', entity)).status, 200)
  t.equal((await connect(world)).status, 200)
})

t.test('logs are taken and counted', async (t) => {
  const world = await mock(t)
  const log = { client_timestamp: 1_780_315_200_000, event_type: 'APP', log_level: 'INFO' }
  const send = (logs: readonly object[]) => world.call('POST', '/v5/integrations/logs', { logs })
  t.strictSame((await send([log])).body, { message: 'Received 1 log.' })
  t.strictSame((await send(Array(250).fill(log))).body, { message: 'Received 250 logs.' })
  for (const logs of [[], Array(251).fill(log), [{ ...log, log_level: 'DEBUG' }], [{ event_type: 'APP' }]]) {
    t.match(await send(logs), { status: 400, body: { code: 1, message: /^Invalid request/ } })
  }
})

t.test('a refusal of logs lists the values that are invalid, log by log', async (t) => {
  const world = await mock(t)
  const log = { client_timestamp: 1_780_315_200_000, event_type: 'APP', log_level: 'INFO' }
  const rejected = async (body: object): Promise<Json> =>
    (await world.call('POST', '/v5/integrations/logs', body)).body.rejected_logs
  const error = { line_number: 'first' }
  t.strictSame(
    await rejected({ logs: [log, { ...log, log_level: 'DEBUG' }, { ...log, event_type: undefined, error }] }),
    [
      { log_index: 1, field: 'log_level', value: 'DEBUG', reason: 'Allowed: one of INFO, WARN, ERROR' },
      { log_index: 2, field: 'event_type', value: '', reason: 'Allowed: one of APP, API' },
      { log_index: 2, field: 'error.line_number', value: 'first', reason: 'Allowed: a value of type number' },
    ],
  )
  t.equal(await rejected({ logs: [{ ...log, severity: 4 }] }), undefined, 'of a property that logs do not have')
  t.equal(await rejected({ logs: [] }), undefined, 'where no log is the reason')
  t.equal(await rejected({}), undefined)
})
