import { existsSync } from 'node:fs'
import t from 'tap'
import { type Json, mock } from '../support/mock.ts'

const campaign = { name: 'Campaign', objective_type: 'AWARENESS', daily_spend_cap: 10_000_000 }

t.test('a world is made as a copy of another as it is now, and shares nothing with it', async (t) => {
  const { call, create, account } = await mock(t)
  await create('/campaigns', campaign)
  const made = await call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  t.equal(made.status, 200)
  t.match(made.body, { name: 'fork', path: '/w/fork', ttl: null })
  await create('/campaigns', campaign)
  const inFork = await call('GET', `/w/fork/v5/ad_accounts/${account}/campaigns`)
  t.equal(inFork.body.items.length, 1)
  const inDefault = await call('GET', `/v5/ad_accounts/${account}/campaigns`)
  t.equal(inDefault.body.items.length, 2)
})

t.test('a copy of the default world is made also when it was deleted, and nobody has called it since', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  await call('DELETE', '/__mock/worlds')
  t.equal((await call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })).status, 200)
  t.ok((await call('GET', '/w/fork/v5/ad_accounts')).body.items.length > 1)
})

t.test('its token selects it without a change of URL, and the URL wins over a token', async (t) => {
  const { call } = await mock(t)
  const { body: fork } = await call('POST', '/__mock/worlds', { name: 'fork' })
  const authorization = `Bearer ${fork.token}`
  await call('POST', '/v5/ad_accounts', { name: 'In the fork' }, { authorization })
  const named = (answer: Json) => answer.body.items.map(({ name }: Json) => name)
  t.same(named(await call('GET', '/w/fork/v5/ad_accounts')), ['In the fork'])
  t.same(named(await call('GET', '/w/default/v5/ad_accounts', undefined, { authorization })), ['Test'])
})

t.test('a world without a name is given one, another each time', async (t) => {
  const { call } = await mock(t)
  const [one, other] = [await call('POST', '/__mock/worlds'), await call('POST', '/__mock/worlds', {})]
  t.same([one.body.name, other.body.name], ['world-1', 'world-2'])
})

t.test('a world of another seed has what that seed has', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/worlds', { name: 'small', from: { seed: 'small' } })
  const { body } = await call('GET', '/w/small/v5/ad_accounts')
  t.ok(body.items.length > 1)
})

t.test('a name that is taken is refused, and that world left as it was', async (t) => {
  const { call, account } = await mock(t)
  const { status, body } = await call('POST', '/__mock/worlds', { name: 'default' })
  t.equal(status, 409)
  t.match(body, { code: 1, message: /default/ })
  t.equal((await call('GET', `/v5/ad_accounts/${account}`)).status, 200)
})

for (const from of [{ world: 'nobody' }, { snapshot: 'nothing' }]) {
  t.test(`a copy of ${JSON.stringify(from)} that is not there is refused, and makes no world`, async (t) => {
    const { call } = await mock(t)
    t.equal((await call('POST', '/__mock/worlds', { name: 'copy', from })).status, 404)
    t.equal((await call('GET', '/__mock/worlds/copy')).status, 404)
  })
}

t.test('worlds are listed with what points a client at each', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/w/one/v5/ad_accounts')
  const { body } = await call('GET', '/__mock/worlds')
  const pointing = ({ name, path, base_url, token, ttl }: Json) => ({ name, path, base_url, token, ttl })
  t.strictSame(body.items.map(pointing), [
    { name: 'default', path: '', base_url: 'http://localhost:80/v5', token: 'pina_local', ttl: null },
    { name: 'one', path: '/w/one', base_url: 'http://localhost:80/w/one/v5', token: 'pina_one~local', ttl: null },
  ])
})

t.test('a world is listed with its size and the time of its latest call', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/__mock/worlds', { name: 'idle', from: { seed: 'empty' } })
  const before = Date.now()
  await call('GET', '/w/busy/v5/ad_accounts')
  const { items } = (await call('GET', '/__mock/worlds')).body
  const [busy, idle] = ['busy', 'idle'].map((name) => items.find((world: Json) => world.name === name))
  t.ok(busy.bytes > 100_000)
  t.ok(Date.parse(busy.last_used) >= before)
  t.equal(idle.last_used, null)
  t.equal((await call('GET', '/__mock/worlds/idle')).body.bytes, idle.bytes)
})

t.test('a deleted world comes to life anew when it is named again', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/w/one/v5/ad_accounts', { name: 'Gone' })
  t.strictSame((await call('DELETE', '/__mock/worlds/one')).body, { deleted: ['one'] })
  t.equal((await call('GET', '/__mock/worlds/one')).status, 404)
  t.same((await call('GET', '/w/one/v5/ad_accounts')).body.items, [])
})

t.test('all worlds are deleted in one call', async (t) => {
  const { call } = await mock(t)
  await call('GET', '/w/one/v5/ad_accounts')
  t.strictSame((await call('DELETE', '/__mock/worlds')).body, { deleted: ['default', 'one'] })
  t.strictSame((await call('GET', '/__mock/worlds')).body.items, [])
})

t.test('a reset gives back the seed, and leaves other worlds', async (t) => {
  const { call } = await mock(t)
  for (const world of ['one', 'two']) await call('POST', `/w/${world}/v5/ad_accounts`, { name: 'New' })
  t.strictSame((await call('POST', '/w/one/__mock/reset')).body, { world: 'one', reset: true })
  const count = async (world: string) => (await call('GET', `/w/${world}/v5/ad_accounts`)).body.items.length
  t.same([await count('one'), await count('two')], [0, 1])
})

t.test('all worlds are reset in one call, each with its faults and its journal', async (t) => {
  const { call } = await mock(t)
  for (const world of ['one', 'two']) {
    await call('POST', `/w/${world}/v5/ad_accounts`, { name: 'New' })
    await call('POST', `/w/${world}/__mock/faults`, { effect: 'server_error' })
  }
  const { body } = await call('POST', '/__mock/reset?world=all')
  t.strictSame(body, { world: 'all', reset: true, worlds: ['default', 'one', 'two'] })
  for (const world of ['one', 'two']) {
    t.strictSame((await call('GET', `/w/${world}/__mock/requests/count`)).body, { count: 0, forgotten: 0 })
    t.strictSame((await call('GET', `/w/${world}/v5/ad_accounts`)).body.items, [])
  }
})

t.test('all worlds are reset to what one of them is now', async (t) => {
  const { call } = await mock(t)
  await call('POST', '/w/one/v5/ad_accounts', { name: 'Kept' })
  await call('GET', '/w/two/v5/ad_accounts')
  await call('POST', '/w/two/__mock/reset?world=all', { from: { world: 'one' } })
  for (const world of ['one', 'two']) {
    t.match((await call('GET', `/w/${world}/v5/ad_accounts`)).body.items, [{ name: 'Kept' }])
  }
})

t.test('a reset of all worlds to what is not there leaves them as they are', async (t) => {
  const { call, account } = await mock(t)
  t.equal((await call('POST', '/__mock/reset?world=all', { from: { snapshot: 'none' } })).status, 404)
  t.equal((await call('GET', `/v5/ad_accounts/${account}`)).status, 200)
})

t.test('a reset to empty leaves nothing of the seed', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  await call('POST', '/__mock/reset', { from: { seed: 'empty' } })
  t.same((await call('GET', '/v5/ad_accounts')).body.items, [])
})

t.test('a world with a time to live is deleted when nobody used it for so long', async (t) => {
  const { call, machine } = await mock(t)
  await call('POST', '/__mock/worlds', { name: 'short', ttl: 60 })
  machine.advance(59_000)
  await call('GET', '/w/short/v5/ad_accounts')
  machine.advance(59_000)
  t.equal((await call('GET', '/__mock/worlds/short')).status, 200, 'its time begins anew with each use')
  machine.advance(61_000)
  t.equal((await call('GET', '/__mock/worlds/short')).status, 404)
})

t.test('a time to live outlives the process, and begins anew with the next', async (t) => {
  const dataDir = t.testdir({})
  const first = await mock(t, { dataDir })
  await first.call('POST', '/__mock/worlds', { name: 'short', ttl: 60 })
  await first.call('POST', '/__mock/worlds', { name: 'gone', ttl: 60 })
  await first.call('DELETE', '/__mock/worlds/gone')
  await first.app.close()
  const { call, machine } = await mock(t, { dataDir })
  t.match((await call('GET', '/__mock/worlds/short')).body, { ttl: 60 })
  machine.advance(61_000)
  t.strictSame(
    (await call('GET', '/__mock/worlds')).body.items.map(({ name }: Json) => name),
    ['default'],
  )
  t.notOk(existsSync(`${dataDir}/lifetimes.json`), 'where none is left, nothing is')
})

for (const text of ['', '{', '[1]', 'null', '{"one":"x","two":-1}']) {
  t.test(`a file of lifetimes that is ${text || 'empty'} keeps no server from starting`, async (t) => {
    const { call } = await mock(t, { dataDir: t.testdir({ 'lifetimes.json': text }) })
    t.match((await call('GET', '/__mock/worlds')).body.items, [{ name: 'default', ttl: null }])
  })
}

t.test('more worlds than the server may have are refused, and the others go on', async (t) => {
  const { call } = await mock(t, { mostWorlds: 2 })
  await call('GET', '/w/one/v5/ad_accounts')
  const { status, body } = await call('GET', '/w/two/v5/ad_accounts')
  t.equal(status, 503)
  t.match(body, { code: 1, message: /2 at most/ })
  t.equal((await call('GET', '/w/one/v5/ad_accounts')).status, 200)
})

t.test('two hundred worlds are called at once, more than are open, and none sees what is of another', async (t) => {
  const { call } = await mock(t, { mostOpen: 20 })
  const names = Array.from({ length: 200 }, (_, index) => `w${index}`)
  await Promise.all(names.map((name) => call('POST', `/w/${name}/v5/ad_accounts`, { name })))
  const seen = await Promise.all(names.map((name) => call('GET', `/w/${name}/v5/ad_accounts`)))
  t.same(
    seen.map(({ body }) => body.items.map((account: Json) => account.name)),
    names.map((name) => [name]),
  )
})

for (const url of ['/w/..%2f/__mock/reset', '/w//__mock/reset', `/w/${'x'.repeat(65)}/__mock/reset`]) {
  t.test(`a control call for a world that is named badly is refused: ${url.slice(0, 20)}`, async (t) => {
    const { call } = await mock(t)
    t.match(await call('POST', url), { status: 400, body: { code: 1, message: /no world's name/ } })
  })
}

t.test('a world that is one too many is not there afterwards, whatever its time to live', async (t) => {
  const { call, machine } = await mock(t, { mostWorlds: 1 })
  t.equal((await call('POST', '/__mock/worlds', { name: 'more', ttl: 60 })).status, 503)
  machine.advance(61_000)
  t.same(
    (await call('GET', '/__mock/worlds')).body.items.map(({ name }: Json) => name),
    ['default'],
  )
})

t.test('a world without a name gets one that is free, beside thousands that earlier processes left', async (t) => {
  const left = Array.from({ length: 3000 }, (_, index) => [`world-${index + 1}.sqlite`, ''])
  const { call } = await mock(t, { dataDir: t.testdir(Object.fromEntries(left)) })
  const names = []
  for (let count = 0; count < 3; count++) names.push((await call('POST', '/__mock/worlds')).body.name)
  t.equal(new Set(names).size, 3)
  for (const name of names) t.ok(Number(/^world-(\d+)$/.exec(name)?.[1]) > 3000, name)
})

t.test('others are answered while all worlds are reset', async (t) => {
  const { call } = await mock(t, { dataDir: t.testdir({}) })
  const names = Array.from({ length: 100 }, (_, index) => `w${index}`)
  for (const name of names) await call('POST', `/w/${name}/v5/ad_accounts`, { name })
  let isOver = false
  const resetting = call('POST', '/__mock/reset?world=all').finally(() => {
    isOver = true
  })
  t.equal((await call('GET', '/__mock/time')).status, 200)
  t.notOk(isOver)
  t.equal((await resetting).body.worlds.length, 101)
  for (const name of names) t.same((await call('GET', `/w/${name}/v5/ad_accounts`)).body.items, [])
})
