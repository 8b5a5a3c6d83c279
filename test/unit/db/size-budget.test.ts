import t, { type Test } from 'tap'
import { largestRevertible } from '#db/memory-storage.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { DatabasePool } from '#db/pool.ts'
import type { PooledDatabase } from '#db/pooled-database.ts'
import { formatBytes, type SizeLimits } from '#db/size-budget.ts'
import { nextSequence } from '#db/statements.ts'

const MiB = 2 ** 20

const image = (() => {
  const db = openMemory()
  migrate(db)
  return db.serialize()
})()

function worldsOf(t: Test, limits: SizeLimits, directory?: string): DatabasePool {
  const worlds = new DatabasePool({ directory, image, limits })
  t.teardown(() => worlds.close())
  return worlds
}

/** Adds an ad account of so many bytes; its `seq`. */
function add(world: PooledDatabase, bytes: number): number {
  return world.write(() => {
    const db = world.get()
    const seq = nextSequence(db, 'ad_accounts')
    db.prepare('INSERT INTO ad_accounts VALUES (?, ?, ?, NULL, ?)').run(
      seq,
      `${seq}`,
      '1',
      JSON.stringify('x'.repeat(bytes)),
    )
    return seq
  })
}

const numbersIn = (world: PooledDatabase): unknown =>
  world.get().prepare('SELECT seq FROM ad_accounts ORDER BY seq').pluck().all()

/** Adds until there is no room; what was refused with. */
function fill(world: PooledDatabase, bytes: number): { added: number[]; refusal: Error } {
  const added: number[] = []
  for (;;) {
    try {
      added.push(add(world, bytes))
    } catch (error) {
      return { added, refusal: error as Error }
    }
  }
}

for (const where of ['memory', 'files'] as const) {
  const directoryOf = (t: Test) => (where === 'files' ? t.testdir({}) : undefined)

  t.test(`in ${where}, the step that does not fit is refused alone, and numbers go on rising`, async (t) => {
    const worlds = worldsOf(t, { world: 2 * MiB, worlds: 100 * MiB }, directoryOf(t))
    const world = worlds.get('one')
    const { added, refusal } = fill(world, 100_000)
    t.match(refusal, { code: 'NO_ROOM' })
    t.equal(refusal.message, "the world 'one' would grow beyond the limit of each, 2 MiB (--world-limit)")
    t.ok(added.length > 10)
    t.strictSame(numbersIn(world), added)
    t.throws(() => add(world, 5 * MiB), { code: 'NO_ROOM' }, 'one that is larger than all')
    t.strictSame(numbersIn(world), added)
    t.equal(add(world, 10), added.length + 1, 'what fits is stored')
    world.suspend()
    t.throws(() => add(world, 100_000), { code: 'NO_ROOM' })
    t.equal(add(world, 10), added.length + 2, 'also after a rest')
    worlds.reset('one')
    t.equal(add(world, 100_000), 1)
  })

  t.test(`in ${where}, a world that was copied refuses the one step as well`, async (t) => {
    const world = worldsOf(t, { world: 2 * MiB, worlds: 100 * MiB }, directoryOf(t)).get('one')
    add(world, 100_000)
    world.image()
    const { added, refusal } = fill(world, 100_000)
    t.match(refusal, { code: 'NO_ROOM', message: /2 MiB/ })
    t.strictSame(numbersIn(world), [1, ...added])
  })

  t.test(`in ${where}, what is deleted makes room`, async (t) => {
    const world = worldsOf(t, { world: 2 * MiB, worlds: 100 * MiB }, directoryOf(t)).get('one')
    const { added } = fill(world, 100_000)
    world.write(() => world.get().exec('DELETE FROM ad_accounts'))
    t.equal(fill(world, 100_000).added.length, added.length)
  })

  t.test(
    `in ${where}, all worlds together are held to a limit, and what one gives back another may take`,
    async (t) => {
      const worlds = worldsOf(t, { world: 2 * MiB, worlds: 3 * MiB }, directoryOf(t))
      const [one, two] = [worlds.get('one'), worlds.get('two')]
      fill(one, 100_000)
      const { added, refusal } = fill(two, 100_000)
      t.equal(
        refusal.message,
        "the world 'two' would grow beyond the limit of all worlds together, 3 MiB (--worlds-limit)",
      )
      t.strictSame(numbersIn(two), added)
      t.throws(() => worlds.get('three', two.image()), { code: 'NO_ROOM', message: /'three'/ })
      t.strictSame(worlds.names(), ['one', 'two'])
      worlds.reset('one')
      t.ok(add(two, 100_000) > added.length)
    },
  )

  t.test(`in ${where}, what is too large takes nobody's place`, async (t) => {
    const large = worldsOf(t, { world: 10 * MiB, worlds: 100 * MiB }).get('large')
    add(large, 5 * MiB)
    const worlds = worldsOf(t, { world: 2 * MiB, worlds: 100 * MiB }, directoryOf(t))
    const one = worlds.get('one')
    add(one, 1000)
    t.throws(() => worlds.reset('one', large.image()), { code: 'NO_ROOM', message: /'one'/ })
    t.throws(() => worlds.get('two', large.image()), { code: 'NO_ROOM', message: /'two'/ })
    t.strictSame(worlds.names(), ['one'])
    t.strictSame(numbersIn(one), [1])
  })

  t.test(`in ${where}, a step within a step is counted with it`, async (t) => {
    const world = worldsOf(t, { world: 2 * MiB, worlds: 100 * MiB }, directoryOf(t)).get('one')
    const twice = (): void =>
      world.write(() => {
        add(world, MiB)
        add(world, MiB)
      })
    t.throws(twice, { code: 'NO_ROOM' })
    t.strictSame(numbersIn(world), [])
    t.equal(add(world, MiB), 1)
  })
}

t.test('files that nobody has asked for yet are counted', async (t) => {
  const directory = t.testdir({})
  const first = worldsOf(t, { world: 10 * MiB, worlds: 100 * MiB }, directory)
  add(first.get('one'), 2 * MiB)
  first.close()
  const limits = { world: 10 * MiB, worlds: 3 * MiB }
  const second = worldsOf(t, limits, directory)
  t.throws(() => add(second.get('two'), MiB), { code: 'NO_ROOM', message: /of all worlds together, 3 MiB/ })
  second.remove('one')
  t.equal(add(second.get('two'), MiB), 1)
})

t.test('a file that has grown beyond the limit of before is read, and takes nothing more', async (t) => {
  const directory = t.testdir({})
  const first = worldsOf(t, { world: 10 * MiB, worlds: 100 * MiB }, directory)
  add(first.get('one'), 2 * MiB)
  first.close()
  const world = worldsOf(t, { world: MiB, worlds: 100 * MiB }, directory).get('one')
  t.strictSame(numbersIn(world), [1])
  t.throws(() => add(world, 100_000), { code: 'NO_ROOM' })
})

t.test('in memory, what a world has beyond 256 MiB is committed, and no step that fails takes it along', async (t) => {
  const worlds = worldsOf(t, { world: 300 * MiB, worlds: 1000 * MiB })
  const world = worlds.get('one')
  for (let number = 1; number <= 30; number++) add(world, 8 * MiB)
  t.ok(world.get().inTransaction, 'it can still be rolled back')
  const { added } = fill(world, 8 * MiB)
  t.notOk(world.get().inTransaction)
  t.ok((30 + added.length) * 8 * MiB > largestRevertible)
  t.throws(() => add(world, 100 * MiB), { code: 'NO_ROOM' })
  t.equal((numbersIn(world) as number[]).length, 30 + added.length)
  worlds.reset('one')
  t.strictSame(numbersIn(world), [])
})

t.test('in memory, nothing waits to be committed where a step may write more than there is room for', async (t) => {
  const world = worldsOf(t, { world: 10 * MiB, worlds: 100 * MiB, step: 2000 * MiB }).get('one')
  add(world, 1000)
  t.notOk(world.get().inTransaction)
})

t.test('in memory, a step that says that it is large waits for nothing', async (t) => {
  const world = worldsOf(t, { world: 10 * MiB, worlds: 100 * MiB }).get('one')
  add(world, 1000)
  t.ok(world.get().inTransaction)
  world.write(() => {}, true)
  t.notOk(world.get().inTransaction)
})

t.test('bytes are told in the largest unit that makes a whole number of them', async (t) => {
  const formatted = [2 ** 30, 512 * MiB, 3 * 2 ** 29, 2048, 1500].map(formatBytes)
  t.strictSame(formatted, ['1 GiB', '512 MiB', '1536 MiB', '2 KiB', '1500 bytes'])
})
