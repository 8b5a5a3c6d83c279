import t, { type Test } from 'tap'
import { type Mock, type MockWorld, startMock } from '#server/index.ts'
import type { Json } from '../support/mock.ts'

async function open(t: Test): Promise<Mock> {
  const mock = await startMock({ seed: 'small', listen: false })
  t.teardown(() => mock.close())
  return mock
}

async function accountsOf(world: MockWorld): Promise<number> {
  const answer: Json = await (await world.fetch('/ad_accounts')).json()
  return answer.items.length
}

t.test('a world is forked and created by its name alone, or with options after it', async (t) => {
  const mock = await open(t)
  t.equal((await mock.fork('one')).name, 'one')
  t.equal((await mock.fork('two', { ttl: '10m' })).name, 'two')
  t.match(await mock.worlds.get('two'), { ttl: 600 })
  t.equal(await accountsOf(await mock.create('three')), await accountsOf(mock))
  t.equal(await accountsOf(await mock.create('four', { from: 'empty' })), 0)
  t.equal(await accountsOf(await mock.create({ from: { world: 'four' } })), 0)
  t.match(await mock.worlds.create('five', { from: 'empty' }), { name: 'five' })
})

t.test('a world is reset to a seed by its name alone, and so are all', async (t) => {
  const mock = await open(t)
  const other = mock.world('other')
  await mock.reset('empty')
  t.equal(await accountsOf(mock), 0)
  t.ok((await accountsOf(other)) > 0)
  await mock.resetAll('empty')
  t.equal(await accountsOf(other), 0)
  await t.rejects(mock.reset('nothing'), { name: 'ControlError' })
})

t.test('requests are matched by an operation alone, and counted by a number alone', async (t) => {
  const mock = await open(t)
  await mock.fetch('/boards')
  await mock.fetch('/ad_accounts')
  t.equal(await mock.requests.count('boards/list'), 1)
  t.match(await mock.requests.find('boards/list'), [{ operation: 'boards/list' }])
  await mock.requests.verify('boards/list')
  await mock.requests.verify('boards/list', 1)
  await mock.requests.verify('pins/list', 0)
  await mock.requests.verifyInOrder('boards/list', 'ad_accounts/list')
  await mock.requests.wait('boards/list', 1)
  t.match(await mock.requests.har('boards/list'), { log: { entries: { length: 1 } } })
  await t.rejects(mock.requests.verify('boards/list', 2), { name: 'ControlError', status: 422 })
  await t.rejects(mock.requests.verify('boards/lst' as never), { name: 'ControlError', status: 400 })
})

t.test('rules are listed by an operation alone', async (t) => {
  const mock = await open(t)
  t.strictSame(await mock.rules.list('campaigns/create'), await mock.rules.list({ operation: 'campaigns/create' }))
})

t.test('why takes the response itself', async (t) => {
  const mock = await open(t)
  const response = await mock.fetch('/ad_accounts', { headers: { authorization: '' } })
  t.match(await mock.why(response), { verdict: 'refused', reasons: [{ rule: 'request.token' }] })
  t.match(await mock.why(response.headers.get('x-mock-request-id') ?? ''), { verdict: 'refused' })
})

t.test('the clock has the verbs that test runners have', async (t) => {
  const { clock } = await open(t)
  const start = new Date('2030-01-01T00:00:00Z')
  await clock.freeze(start)
  const seconds = start.getTime() / 1000
  t.equal((await clock.tick('30s')).now, seconds + 30)
  t.equal((await clock.travel('-30s')).now, seconds)
  t.equal((await clock.travel('2031-01-01T00:00:00Z')).iso, '2031-01-01T00:00:00.000Z')
  t.equal((await clock.setSystemTime(start)).now, seconds)
  t.equal((await clock.resume()).frozen, false)
  await clock.freeze()
  t.equal((await clock.unfreeze()).frozen, false)
  await clock.freeze()
  t.equal((await clock.tick()).frozen, false)
})

t.test('a world is deleted at the end of the block that uses it', async (t) => {
  const mock = await open(t)
  {
    await using world = await mock.fork('short')
    t.ok(await accountsOf(world))
  }
  await t.rejects(mock.worlds.get('short'), { name: 'ControlError', status: 404 })
})

t.test('a world that is gone already, or never was, ends its block in silence', async (t) => {
  const mock = await open(t)
  {
    await using world = await mock.fork()
    await world.delete()
    await using unused = mock.world('unused')
    t.ok(unused)
  }
})

t.test('the default world outlives the blocks that use it', async (t) => {
  const mock = await open(t)
  await mock.fetch('/ad_accounts', { method: 'POST', body: { name: 'Mine' } })
  const accounts = await accountsOf(mock)
  {
    await using same = mock.world('default')
    t.equal(await accountsOf(same), accounts)
  }
  t.equal(await accountsOf(mock), accounts)
})

t.test('a mock is closed at the end of the block that uses it', async (t) => {
  let url = ''
  {
    await using mock = await startMock({ seed: 'empty' })
    url = mock.baseUrl
    t.equal((await fetch(url)).status, 404)
  }
  await t.rejects(fetch(url))
})
