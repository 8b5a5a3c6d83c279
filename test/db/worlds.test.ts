import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { migrate } from '../../db/migrate.ts'
import { type Database, openFile, openMemory } from '../../db/open.ts'
import { inTransaction, nextSequence } from '../../db/per-db.ts'
import { Worlds } from '../../db/worlds.ts'

function imageOf(): Buffer {
  const db = openMemory()
  migrate(db)
  db.exec("INSERT INTO ad_accounts VALUES (1, 'seed', '1', NULL, '{}')")
  return db.serialize()
}

function worldsOf(t: Test, directory?: string): Worlds {
  const worlds = new Worlds({ directory, image: imageOf() })
  t.teardown(() => worlds.close())
  return worlds
}

function reset(worlds: Worlds, name: string): Database {
  worlds.reset(name)
  return worlds.get(name).get()
}

const idsIn = (db: Database): readonly unknown[] => db.prepare('SELECT id FROM ad_accounts ORDER BY seq').pluck().all()
const add = (db: Database, id: string): void =>
  void db.prepare("INSERT INTO ad_accounts (id, owner_id, json) VALUES (?, '1', '{}')").run(id)

for (const where of ['memory', 'files'] as const) {
  const directoryOf = (t: Test) => (where === 'files' ? t.testdir({}) : undefined)

  t.test(`in ${where}, a world comes to life from the image and shares nothing with others`, async (t) => {
    const worlds = worldsOf(t, directoryOf(t))
    add(worlds.get('one').get(), 'own')
    t.strictSame(idsIn(worlds.get('one').get()), ['seed', 'own'])
    t.strictSame(idsIn(worlds.get('two').get()), ['seed'])
    t.equal(worlds.get('one').get(), worlds.get('one').get())
  })

  t.test(`in ${where}, a reset makes a world what the image is, and leaves the others`, async (t) => {
    const worlds = worldsOf(t, directoryOf(t))
    for (const name of ['one', 'two']) add(worlds.get(name).get(), 'own')
    const old = worlds.get('one').get()
    t.strictSame(idsIn(reset(worlds, 'one')), ['seed'])
    if (where === 'files') t.notOk(old.open)
    t.strictSame(idsIn(worlds.get('one').get()), ['seed'])
    t.strictSame(idsIn(worlds.get('two').get()), ['seed', 'own'])
  })

  t.test(`in ${where}, a world can be reset again and again, and counts from the beginning`, async (t) => {
    const worlds = worldsOf(t, directoryOf(t))
    for (let round = 0; round < 3; round++) {
      const db = reset(worlds, 'one')
      t.equal(nextSequence(db, 'ad_accounts'), 2)
      inTransaction(db, () => add(db, 'own'))
      const half = (): void => {
        add(db, 'more')
        add(db, 'own')
      }
      t.throws(() => inTransaction(db, half), { code: 'SQLITE_CONSTRAINT_UNIQUE' })
      t.strictSame(idsIn(db), ['seed', 'own'], 'what failed is undone, and nothing before it')
    }
  })

  t.test(
    `in ${where}, a copy of a world has what was written up to then, and the world can be reset after it`,
    async (t) => {
      const worlds = worldsOf(t, directoryOf(t))
      add(worlds.get('one').get(), 'own')
      worlds.reset('two', worlds.get('one').image())
      add(worlds.get('one').get(), 'later')
      t.strictSame(idsIn(worlds.get('two').get()), ['seed', 'own'])
      t.strictSame(idsIn(worlds.get('one').get()), ['seed', 'own', 'later'])
      for (const name of ['one', 'two', 'one']) t.strictSame(idsIn(reset(worlds, name)), ['seed'])
    },
  )

  t.test(`in ${where}, a world that nobody has named can be reset`, async (t) => {
    t.strictSame(idsIn(reset(worldsOf(t, directoryOf(t)), 'one')), ['seed'])
  })

  t.test(`in ${where}, the names are those of all worlds, sorted`, async (t) => {
    const worlds = worldsOf(t, directoryOf(t))
    t.strictSame(worlds.names(), [])
    for (const name of ['two', 'one', 'a.b-c_d']) worlds.get(name).get()
    t.strictSame(worlds.names(), ['a.b-c_d', 'one', 'two'])
  })

  t.test(`in ${where}, closing closes every world`, async (t) => {
    const worlds = worldsOf(t, directoryOf(t))
    const [one, two] = [worlds.get('one').get(), worlds.get('two').get()]
    worlds.close()
    t.strictSame([one.open, two.open], [false, false])
  })
}

t.test('in memory, a reset keeps the database open, so that nothing is prepared anew', async (t) => {
  const worlds = worldsOf(t)
  const db = worlds.get('one').get()
  t.equal(reset(worlds, 'one'), db)
})

t.test(
  'in memory, a world that has become very large keeps what it has, whatever happens, and can be reset',
  async (t) => {
    const worlds = worldsOf(t)
    const db = worlds.get('one').get()
    const name = JSON.stringify('x'.repeat(2 ** 23))
    for (let index = 0; index < 33; index++) {
      db.prepare("INSERT INTO ad_accounts (id, owner_id, json) VALUES (?, '1', ?)").run(`large-${index}`, name)
    }
    t.ok(db.inTransaction)
    for (let uses = 0; uses < 5000; uses++) worlds.get('one').get()
    t.notOk(db.inTransaction, 'every step is committed from now on')
    t.equal(idsIn(worlds.get('one').get()).length, 34)
    t.strictSame(idsIn(reset(worlds, 'one')), ['seed'])
  },
)

t.test('what is in files is there when they are opened again, by name before they are', async (t) => {
  const directory = t.testdir({})
  const first = worldsOf(t, directory)
  add(first.get('one').get(), 'own')
  first.get('two').get()
  first.close()
  const second = worldsOf(t, directory)
  t.strictSame(second.names(), ['one', 'two'])
  t.strictSame(idsIn(second.get('one').get()), ['seed', 'own'])
  t.strictSame(idsIn(second.get('two').get()), ['seed'])
})

t.test('what was acknowledged can be read from the files though nobody closed them', async (t) => {
  const root = t.testdir({})
  const [directory, left] = [join(root, 'used'), join(root, 'left')]
  add(worldsOf(t, directory).get('one').get(), 'own')
  cpSync(directory, left, { recursive: true })
  t.strictSame(idsIn(worldsOf(t, left).get('one').get()), ['seed', 'own'])
})

t.test('a world of a newer version is refused, and its file left as it was', async (t) => {
  const directory = t.testdir({})
  const path = join(directory, 'one.sqlite')
  const first = worldsOf(t, directory)
  add(first.get('one').get(), 'own')
  first.close()
  const newer = openFile(path)
  newer.pragma('user_version = 999')
  newer.close()
  const before = readFileSync(path)
  const worlds = worldsOf(t, directory)
  for (let attempt = 0; attempt < 2; attempt++) t.throws(() => worlds.get('one').get(), { message: /version 999/ })
  t.ok(before.equals(readFileSync(path)))
  t.strictSame(readdirSync(directory), ['one.sqlite'])
  t.strictSame(idsIn(worlds.get('two').get()), ['seed'])
})

t.test('a newer world that never wrote ahead is refused and left as it was too', async (t) => {
  const path = join(t.testdir({}), 'one.sqlite')
  const newer = openMemory(imageOf())
  newer.pragma('user_version = 999')
  const before = newer.serialize()
  writeFileSync(path, before)
  const worlds = worldsOf(t, dirname(path))
  t.throws(() => worlds.get('one').get(), { message: /version 999/ })
  t.ok(before.equals(readFileSync(path)))
})

t.test('a world of an older version is brought up to date', async (t) => {
  const directory = t.testdir({})
  const old = openMemory()
  migrate(old, 1)
  add(old, 'own')
  writeFileSync(join(directory, 'one.sqlite'), old.serialize())
  const db = worldsOf(t, directory).get('one').get()
  t.strictSame(idsIn(db), ['own'])
  t.ok(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'campaigns'").get())
})

t.test('the directory is made when there is none, and other files in it are no worlds', async (t) => {
  const directory = join(t.testdir({}), 'a', 'b')
  const worlds = worldsOf(t, directory)
  t.ok(existsSync(directory))
  writeFileSync(join(directory, 'notes.txt'), '')
  worlds.get('one').get()
  t.strictSame(worlds.names(), ['one'])
})

t.test('a reset leaves nothing of the old file', async (t) => {
  const directory = t.testdir({})
  const worlds = worldsOf(t, directory)
  add(worlds.get('one').get(), 'own')
  worlds.reset('one')
  worlds.close()
  t.strictSame(readdirSync(directory), ['one.sqlite'])
  t.strictSame(idsIn(worldsOf(t, directory).get('one').get()), ['seed'])
})
