import t, { type Test } from 'tap'
import { allRules } from '#server/registry/rules.ts'
import { type Json, type Mock, type MockOptions, mock } from '../support/mock.ts'

const MiB = 2 ** 20
const room = { world: 2 * MiB, worlds: 20 * MiB }
const url = `https://example.com/${'x'.repeat(1900)}`
const items = Array.from({ length: 30 }, (_, index) => ({
  name: `campaign ${index}`,
  objective_type: 'AWARENESS',
  daily_spend_cap: 1_000_000,
  tracking_urls: { click: [url] },
}))

/** Creates batches until one is refused; the ids of what was created, and the refusal. */
async function fill(server: Mock): Promise<{ ids: string[]; refusal: Json }> {
  const ids: string[] = []
  for (;;) {
    const answer = await server.post('/campaigns', items)
    if (answer.status !== 200) return { ids, refusal: answer }
    ids.push(...answer.body.items.map(({ data }: Json) => data.id))
  }
}

async function idsOf(server: Mock, world = 'default'): Promise<string[]> {
  const ids: string[] = []
  let bookmark: string | null = ''
  do {
    const path: string = `/w/${world}/v5/ad_accounts/${server.account}/campaigns?page_size=250&bookmark=${bookmark}`
    const { body } = await server.call('GET', path)
    ids.push(...body.items.map(({ id }: Json) => id))
    bookmark = body.bookmark
  } while (bookmark !== null)
  return ids
}

for (const where of ['memory', 'files'] as const) {
  const server = (t: Test, options: MockOptions = {}): Promise<Mock> =>
    mock(t, { room, ...(where === 'files' && { dataDir: t.testdir({}) }), ...options })

  t.test(`in ${where}, the call that does not fit is refused whole, and everything before it is there`, async (t) => {
    const full = await server(t)
    const { ids, refusal } = await fill(full)
    t.match(refusal, {
      status: 507,
      headers: { 'x-mock-rules': 'server.room' },
      body: {
        code: 12,
        message:
          "There is no room for it, and nothing was stored: the world 'default' would grow beyond the limit of each, 2 MiB (--world-limit)",
      },
    })
    t.ok(ids.length > 60)
    t.strictSame(await idsOf(full), ids)
    const { id } = await full.create('/campaigns', { ...items[0], tracking_urls: null })
    t.ok(BigInt(id) > BigInt(ids.at(-1) ?? 0), 'what fits is stored, with an id that nobody has had')
    const { body: why } = await full.call('GET', `/__mock/requests/${refusal.headers['x-mock-request-id']}/why`)
    t.match(JSON.stringify(why), /--world-limit/)
  })

  t.test(`in ${where}, a full world is kept, copied, exported and restored, and a reset makes it empty`, async (t) => {
    const full = await server(t)
    const { ids } = await fill(full)
    t.equal((await full.call('PUT', '/__mock/snapshots/full')).status, 200)
    t.equal((await full.call('POST', '/__mock/worlds', { name: 'copy', from: { world: 'default' } })).status, 200)
    const { body: state } = await full.call('GET', '/__mock/state')
    t.equal((await full.call('PUT', '/w/imported/__mock/state', state)).status, 200)
    t.equal((await full.call('POST', '/__mock/reset')).status, 200)
    t.equal((await full.call('GET', `/v5/ad_accounts/${full.account}`)).status, 403, 'nothing is there')
    t.equal((await full.call('POST', '/__mock/snapshots/full/restore')).status, 200)
    for (const world of ['default', 'copy', 'imported']) t.strictSame(await idsOf(full, world), ids, world)
  })

  t.test(`in ${where}, what is too large for a world takes nobody's place`, async (t) => {
    const large = await mock(t, { room: { world: 20 * MiB, worlds: 100 * MiB } })
    for (let batch = 0; batch < 40; batch++) await large.post('/campaigns', items)
    const { body: state } = await large.call('GET', '/__mock/state')
    const small = await server(t, { bodyLimit: 64 * MiB })
    await small.create('/campaigns', items[0])
    const before = await idsOf(small)
    const refusal = { status: 507, body: { message: /'default' would grow beyond the limit of each, 2 MiB/ } }
    t.match(await small.call('PUT', '/__mock/state', state), refusal)
    t.match(await small.call('POST', '/__mock/reset', { from: { seed: 'large' } }), refusal)
    const campaigns = Array.from({ length: 1000 }, () => ({ ...items[0], ad_account: small.account }))
    const seed = { campaigns }
    t.match(await small.call('POST', '/__mock/seed', seed), refusal)
    t.strictSame(await idsOf(small), before)
    const other = { status: 507, body: { message: /'other' would grow beyond/ } }
    t.match(await small.call('POST', '/__mock/worlds', { name: 'other', from: { seed: 'large' } }), other)
    t.equal((await small.call('GET', '/__mock/worlds/other')).status, 404)
  })

  t.test(`in ${where}, what test control changes is refused whole in a world that is full`, async (t) => {
    const full = await server(t)
    await fill(full)
    const long = { message: 'x'.repeat(10_000) }
    const rules = Object.fromEntries(allRules.slice(0, 30).map(({ id }) => [id, long]))
    const features = { '*': { require_cbo: true } }
    const time = (await full.call('GET', '/__mock/time')).body
    t.equal((await full.call('PUT', '/__mock/settings', { rules, features, limits: 'trial' })).status, 507)
    t.strictSame((await full.call('GET', '/__mock/settings')).body, {
      features: {},
      rules: {},
      limits: 'off',
      api_version: '5.28',
      rehearse: 'off',
      profile: 'off',
      transitions: {},
      delivery: { accounts: {}, ready_after: 0 },
    })
    t.strictSame((await full.call('GET', '/__mock/time')).body, time)
  })

  t.test(`in ${where}, all worlds together are held to a limit, and one that is deleted makes room`, async (t) => {
    const { call } = await server(t, { room: { world: 2 * MiB, worlds: 2 * MiB } })
    const { body } = await call('POST', '/w/one/v5/ad_accounts', { name: 'One' })
    let refusal: Json
    do refusal = await call('POST', `/w/one/v5/ad_accounts/${body.id}/campaigns`, items)
    while (refusal.status === 200)
    t.match(refusal, { status: 507, body: { message: /'one' .* all worlds together, 2 MiB \(--worlds-limit\)/ } })
    const two = await call('GET', '/w/two/v5/ad_accounts')
    t.match(two, { status: 507, body: { message: /'two' would grow beyond the limit of all worlds together/ } })
    t.equal((await call('GET', '/__mock/worlds/two')).status, 404)
    await call('DELETE', '/__mock/worlds/one')
    t.equal((await call('GET', '/w/two/v5/ad_accounts')).status, 200)
  })
}

t.test('forks take room when they change, and what has none for that stays as it was', async (t) => {
  const server = await mock(t, { room: { world: 2 * MiB, worlds: 4 * MiB } })
  await server.create('/campaigns', items[0])
  const { taken } = (await server.call('GET', '/__mock')).body.room
  const forks = Array.from({ length: 20 }, (_, index) => `fork-${index}`)
  for (const name of forks) {
    t.equal((await server.call('POST', '/__mock/worlds', { name, from: { world: 'default' } })).status, 200)
  }
  t.equal((await server.call('GET', '/__mock')).body.room.taken, taken)
  const write = (world: string) =>
    server.call('POST', `/w/${world}/v5/ad_accounts/${server.account}/campaigns`, [items[0]])
  const written: string[] = []
  let refusal: Json
  for (const name of forks) {
    refusal = await write(name)
    if (refusal.status !== 200) break
    written.push(name)
  }
  t.ok(written.length > 1)
  const refused = forks[written.length] ?? ''
  t.match(refusal, {
    status: 507,
    body: { message: new RegExp(`'${refused}' would grow beyond the limit of all worlds`) },
  })
  const before = await idsOf(server)
  t.strictSame(await idsOf(server, refused), before)
  t.equal((await write('default')).status, 200, "forks are in nobody's way")
  t.strictSame(await idsOf(server, refused), before)
  await server.call('DELETE', `/__mock/worlds/${written[0]}`)
  t.equal((await write(refused)).status, 200)
})

t.test('test control tells what worlds take, and may take', async (t) => {
  const { call } = await mock(t, { room })
  const before = (await call('GET', '/__mock')).body.room
  t.match(before, { taken: Number, world_limit: 2 * MiB, worlds_limit: 20 * MiB })
  await call('GET', '/w/other/v5/ad_accounts')
  t.ok((await call('GET', '/__mock')).body.room.taken > before.taken)
})

t.test('a call that a limit refuses is no failure of the server: its entry has no stack', async (t) => {
  const server = await mock(t, { room })
  await fill(server)
  const { body } = await server.call('GET', '/__mock/requests?status=507')
  t.equal(body.items.length, 1)
  t.notOk('stack' in body.items[0])
})
