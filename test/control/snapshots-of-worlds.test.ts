import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import t, { type Test } from 'tap'
import { type Json, type Mock, mock } from '../support/mock.ts'

/** The options of a server that stores its worlds in files, or in memory. */
const optionsFor = (t: Test, where: 'memory' | 'files') => (where === 'files' ? { dataDir: t.testdir({}) } : {})

/** Names of the ad accounts of a world. */
const namesIn = async ({ call }: Mock, world: string): Promise<readonly string[]> =>
  (await call('GET', `/w/${world}/v5/ad_accounts`)).body.items.map(({ name }: Json) => name)

/** Takes a snapshot of worlds that each have an ad account of their own name. */
async function snapshotsOf({ call }: Mock, name: string, worlds: readonly string[]): Promise<void> {
  for (const world of worlds) {
    await call('POST', `/w/${world}/v5/ad_accounts`, { name: world })
    await call('PUT', `/w/${world}/__mock/snapshots/${name}`)
  }
}

for (const where of ['memory', 'files'] as const) {
  t.test(`in ${where}, a snapshot is of its world: two of one name are two`, async (t) => {
    const world = await mock(t, optionsFor(t, where))
    const { call } = world
    await snapshotsOf(world, 'x', ['a', 'b'])
    t.match((await call('GET', '/__mock/snapshots')).body.items, [
      { name: 'x', world: 'a', reference: 'a/x', bytes: Number },
      { name: 'x', world: 'b', reference: 'b/x' },
    ])
    t.match((await call('GET', '/__mock/snapshots?of=b')).body.items, [{ reference: 'b/x' }])
    for (const name of ['a', 'b']) {
      await call('POST', `/w/${name}/v5/ad_accounts`, { name: 'Later' })
      t.match((await call('POST', `/w/${name}/__mock/snapshots/x/restore`)).body, { reference: `${name}/x` })
      t.same(await namesIn(world, name), [name])
    }
  })

  t.test(`in ${where}, that of another world is restored, made a world of and deleted by world/name`, async (t) => {
    const world = await mock(t, optionsFor(t, where))
    const { call } = world
    await snapshotsOf(world, 'x', ['a', 'b'])
    t.match((await call('POST', '/w/a/__mock/snapshots/b%2Fx/restore')).body, { world: 'a', reference: 'b/x' })
    t.same(await namesIn(world, 'a'), ['b'])
    await call('POST', '/__mock/worlds', { name: 'copy', from: { snapshot: 'a/x' } })
    t.same(await namesIn(world, 'copy'), ['a'])
    await call('POST', '/w/b/__mock/reset', { from: { snapshot: 'a/x' } })
    t.same(await namesIn(world, 'b'), ['a'])
    t.strictSame((await call('DELETE', '/__mock/snapshots/a%2Fx')).body, { deleted: 'a/x' })
    t.match((await call('GET', '/__mock/snapshots')).body.items, [{ reference: 'b/x' }])
  })

  t.test(`in ${where}, a bare name of one other world is found, with a warning; of two it is refused`, async (t) => {
    const world = await mock(t, optionsFor(t, where))
    const { call } = world
    await snapshotsOf(world, 'x', ['a'])
    const warnings = [/'default' has no snapshot x: .* Its name is a\/x; the bare name is deprecated/]
    t.match((await call('POST', '/__mock/snapshots/x/restore')).body, { restored: 'x', reference: 'a/x', warnings })
    t.match((await call('POST', '/__mock/reset', { from: { snapshot: 'x' } })).body, { warnings })
    t.match((await call('POST', '/__mock/worlds', { from: { snapshot: 'x' } })).body, { warnings })
    await snapshotsOf(world, 'x', ['b'])
    for (const [method, path] of [
      ['POST', 'snapshots/x/restore'],
      ['DELETE', 'snapshots/x'],
    ] as const) {
      const { status, body } = await call(method, `/__mock/${path}`)
      t.equal(status, 404)
      t.match(body.message, /x: the world 'default' has none of its own\. Name one by its world: a\/x, b\/x/)
    }
  })
}

t.test('one that is not there is refused with the nearest', async (t) => {
  const world = await mock(t)
  await snapshotsOf(world, 'three-campaigns', ['a'])
  const { status, body } = await world.call('POST', '/w/a/__mock/snapshots/three-campaign/restore')
  t.match([status, body.message], [404, /three-campaign\. Did you mean three-campaigns\?/])
  t.match((await world.call('POST', '/__mock/worlds', { from: { snapshot: 'b/three-campaigns' } })).body, {
    message: /Did you mean a\/three-campaigns\?/,
  })
})

t.test('a snapshot is taken of the world in the URL, and of no other', async (t) => {
  const { call } = await mock(t)
  t.match(await call('PUT', '/w/a/__mock/snapshots/b%2Fx'), { status: 400, body: { message: /PUT \/w\/b\/__mock/ } })
  t.match(await call('PUT', '/w/a/__mock/snapshots/a%2Fx'), { status: 200, body: { name: 'x', world: 'a' } })
})

t.test('snapshots stay when their world is deleted, and are found by the next world of its name', async (t) => {
  const world = await mock(t)
  await snapshotsOf(world, 'x', ['a'])
  await world.call('DELETE', '/__mock/worlds/a')
  await world.call('POST', '/w/a/__mock/snapshots/x/restore')
  t.same(await namesIn(world, 'a'), ['a'])
})

t.test('files of versions in which snapshots were of no world are found as those of the default one', async (t) => {
  const dataDir = t.testdir({})
  const before = await mock(t, { dataDir })
  await snapshotsOf(before, 'x', ['a'])
  await before.app.close()
  renameSync(`${dataDir}/snapshots/@a/x.snapshot`, `${dataDir}/snapshots/old.snapshot`)
  const world = await mock(t, { dataDir })
  t.match((await world.call('GET', '/__mock/snapshots')).body.items, [{ name: 'old', reference: 'default/old' }])
  for (const path of ['/__mock/snapshots/old', '/w/b/__mock/snapshots/old', '/w/c/__mock/snapshots/default%2Fold']) {
    t.equal((await world.call('POST', `${path}/restore`)).status, 200, path)
  }
  t.same(await namesIn(world, 'b'), ['a'])
})

t.test('in files, no world and snapshot are taken for others, whatever they are called', async (t) => {
  const dataDir = t.testdir({})
  const world = await mock(t, { dataDir })
  await snapshotsOf(world, 'x', ['default', 'x.snapshot', 'x'])
  await world.call('PUT', '/__mock/snapshots/x.snapshot')
  const references = (await world.call('GET', '/__mock/snapshots')).body.items.map(({ reference }: Json) => reference)
  t.same(references, ['default/x', 'default/x.snapshot', 'x/x', 'x.snapshot/x'])
  t.same(readdirSync(`${dataDir}/snapshots`), ['@x', '@x.snapshot', 'x.snapshot', 'x.snapshot.snapshot'])
})

t.test('a folder that is no world’s is no snapshot', async (t) => {
  const dataDir = t.testdir({})
  mkdirSync(`${dataDir}/snapshots/notes`, { recursive: true })
  mkdirSync(`${dataDir}/snapshots/@a/x.snapshot`, { recursive: true })
  const { call } = await mock(t, { dataDir })
  t.same((await call('GET', '/__mock/snapshots')).body.items, [])
})
