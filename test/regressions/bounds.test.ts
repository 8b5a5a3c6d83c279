import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('a world too many is not made by a reset, a restore or an import either', async (t) => {
  const { call, worlds } = await mock(t, { mostWorlds: 2 })
  await call('PUT', '/__mock/snapshots/home')
  const { body: state } = await call('GET', '/__mock/state')
  t.equal((await call('GET', '/w/second/v5/ad_accounts')).status, 200)
  const calls = [
    ['POST', '/w/third/__mock/reset', {}],
    ['POST', '/w/third/__mock/snapshots/home/restore', undefined],
    ['PUT', '/w/third/__mock/state', state],
    ['POST', '/__mock/worlds', { name: 'third', ttl: 1 }],
  ] as const
  for (const [method, url, body] of calls) t.equal((await call(method, url, body)).status, 503, url)
  t.same(worlds.names(), ['default', 'second'])
  t.equal(worlds.ttlOf('third'), undefined)
  t.equal((await call('POST', '/w/second/__mock/reset', {})).status, 200, 'a world that is there can be reset')
})

t.test('there are no more snapshots than are allowed, and one can still be replaced', async (t) => {
  for (const dataDir of [undefined, t.testdir({})]) {
    const { call } = await mock(t, { mostSnapshots: 2, ...(dataDir !== undefined && { dataDir }) })
    for (const name of ['one', 'two', 'two']) t.equal((await call('PUT', `/__mock/snapshots/${name}`)).status, 200)
    t.match(await call('PUT', '/__mock/snapshots/three'), {
      status: 503,
      body: { code: 1, message: /too many snapshots.*2 at most/ },
    })
    await call('DELETE', '/__mock/snapshots/one')
    t.equal((await call('PUT', '/__mock/snapshots/three')).status, 200)
  }
})

t.test('snapshots together take no more bytes than are allowed', async (t) => {
  const { call } = await mock(t, { mostSnapshotBytes: 1000 })
  t.equal((await call('PUT', '/__mock/snapshots/one')).status, 503)
  t.same((await call('GET', '/__mock/snapshots')).body, { items: [] })
})
