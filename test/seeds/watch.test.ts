import { EventEmitter, once } from 'node:events'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { configurationOf } from '#server/config/config.ts'
import { startMock } from '#server/index.ts'
import { LazySeeds } from '#server/seeds/lazy-store.ts'
import { openWorlds } from '#server/start/open-worlds.ts'
import { watchSeeds } from '#server/start/watch-seeds.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'
import type { Json } from '../support/mock.ts'

const seedOf = (name: string): string => JSON.stringify({ ad_accounts: [{ alias: 'shop', name }] })

/** The names of a world's ad accounts. */
const accountsOf = (worlds: WorldRegistry, world: string): unknown =>
  worlds.world(world).readable.prepare("SELECT json->>'name' FROM ad_accounts").pluck().all()

/** Opens worlds whose seeds are watched. */
async function watched(t: Test, seed: string) {
  const seeds = new LazySeeds(seed)
  const worlds = await openWorlds(configurationOf({ seed }), seeds)
  const reports = new EventEmitter()
  const unwatch = await watchSeeds({ path: seed, seeds, worlds, report: (message) => reports.emit('report', message) })
  t.teardown(() => {
    unwatch()
    worlds.close()
  })
  /** Changes a file, and returns what is reported then. */
  const change = async (file: string, text: string): Promise<string> => {
    const reported = once(reports, 'report')
    // The watcher alone lets the process end.
    const alive = setInterval(() => {}, 1000)
    // As editors do: under another name, and then renamed.
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
    const [message] = await reported.finally(() => clearInterval(alive))
    return String(message)
  }
  return { worlds, change }
}

t.test(
  'worlds that were made of a seed and not changed begin anew when it changes, and new ones have it',
  async (t) => {
    const file = join(t.testdir({ 'seed.json': seedOf('Before') }), 'seed.json')
    const { worlds, change } = await watched(t, file)
    void worlds.world('read').db
    t.same(accountsOf(worlds, 'read'), ['Before'])
    t.match(await change(file, seedOf('After')), /seed default was read again.*begin anew: default, read\.$/)
    for (const world of ['default', 'read', 'new']) t.same(accountsOf(worlds, world), ['After'], world)
  },
)

t.test('a world that was changed since stays as it is, and is named', async (t) => {
  const file = join(t.testdir({ 'seed.json': seedOf('Before') }), 'seed.json')
  const { worlds, change } = await watched(t, file)
  const world = worlds.world('mine')
  world.write(() => world.db.exec('DELETE FROM ad_accounts'))
  t.match(await change(file, seedOf('After')), /Left as they are.* mine\. POST \/w\/mine\/__mock\/reset/)
  t.same(accountsOf(worlds, 'mine'), [])
  worlds.resets.one('mine')
  t.same(accountsOf(worlds, 'mine'), ['After'])
  t.match(await change(file, seedOf('Later')), /begin anew: default, mine\.$/)
})

t.test('a world that was changed, reset and not changed again begins anew', async (t) => {
  const file = join(t.testdir({ 'seed.json': seedOf('Before') }), 'seed.json')
  const { worlds, change } = await watched(t, file)
  const world = worlds.world('mine')
  world.write(() => world.db.exec('DELETE FROM ad_accounts'))
  worlds.resets.one('mine')
  await change(file, seedOf('After'))
  t.same(accountsOf(worlds, 'mine'), ['After'])
})

t.test('a fork of a world that nobody has changed begins anew, and one of a changed world stays', async (t) => {
  const file = join(t.testdir({ 'seed.json': seedOf('Before') }), 'seed.json')
  const { worlds, change } = await watched(t, file)
  worlds.create({ name: 'fork', from: { world: 'default' } })
  const changed = worlds.world('changed')
  changed.write(() => changed.db.exec("UPDATE ad_accounts SET json = json_set(json, '$.name', 'Changed')"))
  worlds.create({ name: 'fork-of-changed', from: { world: 'changed' } })
  t.match(await change(file, seedOf('After')), /begin anew: default, fork\./)
  t.same(accountsOf(worlds, 'fork'), ['After'])
  t.same(accountsOf(worlds, 'fork-of-changed'), ['Changed'])
})

t.test('a world that begins anew keeps its journal and its faults', async (t) => {
  const file = join(t.testdir({ 'seed.json': seedOf('Before') }), 'seed.json')
  const { worlds, change } = await watched(t, file)
  const { journal, faults } = worlds.world('default')
  faults.add({ match: {}, trigger: {}, effect: { type: 'reset' } }, 0)
  await change(file, seedOf('After'))
  t.equal(worlds.world('default').journal, journal)
  t.equal(worlds.world('default').faults.list().length, 1)
})

t.test('a mistake in a seed is reported with its place, and the former seed stays until it is right', async (t) => {
  const file = join(t.testdir({ 'seed.json': seedOf('Before') }), 'seed.json')
  const { worlds, change } = await watched(t, file)
  const message = await change(file, '{ "ad_accounts": [{ "nmae": "After" }] }')
  t.match(message, /refused, and the former one stays\. .*seed\.json:1:\d+ .*nmae/s)
  t.same(accountsOf(worlds, 'default'), ['Before'])
  t.same(accountsOf(worlds, 'new'), ['Before'])
  t.match(await change(file, seedOf('After')), /begin anew: default/)
  t.same(accountsOf(worlds, 'default'), ['After'])
})

t.test('of a directory, the seed that changes counts, for the worlds that were made of it', async (t) => {
  const folder = t.testdir({ 'default.json': seedOf('Default'), 'other.json': seedOf('Other') })
  const { worlds, change } = await watched(t, folder)
  await worlds.sources.prepare({ seed: 'other' })
  worlds.create({ name: 'of-other', from: { seed: 'other' } })
  t.match(await change(join(folder, 'other.json'), seedOf('Changed')), /seed other was read again.*anew: of-other\.$/)
  t.same(accountsOf(worlds, 'of-other'), ['Changed'])
  t.same(accountsOf(worlds, 'default'), ['Default'])
})

t.test('a built-in seed is refused, since it does not change', async (t) => {
  await t.rejects(startMock({ seed: 'small', watch: true, listen: false }), { message: /small is built in/ })
})

t.test('a mock that watches answers from the changed seed', async (t) => {
  const file = join(t.testdir({ 'seed.json': seedOf('Before') }), 'seed.json')
  const mock = await startMock({ seed: file, watch: true, listen: false })
  t.teardown(() => mock.close())
  writeFileSync(file, seedOf('After'))
  const name = async (): Promise<string> => ((await (await mock.fetch('/ad_accounts')).json()) as Json).items[0].name
  // Each call lets the event loop turn; a change that is not seen ends the test by its time.
  while ((await name()) === 'Before') await new Promise(setImmediate)
  t.equal(await name(), 'After')
})
