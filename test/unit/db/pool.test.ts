import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import type { Database } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { openFile, openMemory } from '#db/open.ts'
import { DatabasePool } from '#db/pool.ts'
import { nextSequence } from '#db/statements.ts'
import { inTransaction } from '#db/transaction.ts'

function imageOf(): Buffer {
  const db = openMemory()
  migrate(db)
  db.exec("INSERT INTO ad_accounts VALUES (1, 'seed', '1', NULL, '{}')")
  return db.serialize()
}

function worldsOf(t: Test, directory?: string): DatabasePool {
  const worlds = new DatabasePool({ directory, image: imageOf() })
  t.teardown(() => worlds.close())
  return worlds
}

function reset(worlds: DatabasePool, name: string): Database {
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

  t.test(`in ${where}, closing leaves nothing of any world open`, async (t) => {
    const worlds = worldsOf(t, directoryOf(t))
    const [one, two] = [worlds.get('one').get(), worlds.get('two').get()]
    add(one, 'own')
    worlds.close()
    // A connection in memory is kept for the next world that is made of the image.
    if (where === 'files') t.strictSame([one.open, two.open], [false, false])
    else t.strictSame([idsIn(one), idsIn(two)], [['seed'], ['seed']])
  })
}

t.test('in memory, a reset keeps the database open, so that nothing is prepared anew', async (t) => {
  const worlds = worldsOf(t)
  const db = worlds.get('one').get()
  t.equal(reset(worlds, 'one'), db)
})

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

t.test('what is named as a world is, and is none, is told, and neither opened nor deleted', async (t) => {
  const directory = t.testdir({ 'folder.sqlite': {}, 'notes.sqlite': 'a text', 'x y.sqlite': '', 'notes.txt': '' })
  const worlds = new DatabasePool({ directory, image: imageOf(), isName: (name) => /^\w+$/.test(name) })
  t.teardown(() => worlds.close())
  worlds.get('one').get()
  t.strictSame(worlds.names(), ['one'])
  t.strictSame(
    worlds.strays().toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    [
      { name: 'folder.sqlite', reason: 'it is no file' },
      { name: 'notes.sqlite', reason: 'it is no database' },
      { name: 'x y.sqlite', reason: 'no world has such a name' },
    ],
  )
  for (const name of ['folder', 'notes']) {
    t.notOk(worlds.has(name))
    t.throws(() => worlds.get(name), { code: 'UNUSABLE_STATE', message: new RegExp(`^${name}.sqlite: it is no`) })
    t.throws(() => worlds.reset(name), { code: 'UNUSABLE_STATE' })
    worlds.remove(name)
  }
  t.strictSame(readdirSync(directory).toSorted(), [
    'folder.sqlite',
    'notes.sqlite',
    'notes.txt',
    'one.sqlite',
    'one.sqlite-shm',
    'one.sqlite-wal',
    'x y.sqlite',
  ])
})

const whole = imageOf()
const broken: readonly [string, Buffer, RegExp][] = [
  ['is empty', Buffer.alloc(0), /^one\.sqlite: it is empty$/],
  ['is half', whole.subarray(0, whole.length / 2), /^one\.sqlite: it is broken: /],
  ['lost a page', Buffer.from(whole).fill(255, 8192, 12_288), /^one\.sqlite: it is broken: /],
]
for (const [what, content, message] of broken) {
  t.test(`a world whose file ${what} is refused by name, stays as it was, and can be reset or deleted`, async (t) => {
    const directory = t.testdir({ 'one.sqlite': content, 'two.sqlite': content })
    const worlds = worldsOf(t, directory)
    for (let attempt = 0; attempt < 2; attempt++) t.throws(() => worlds.get('one').get(), { message })
    t.ok(readFileSync(join(directory, 'one.sqlite')).equals(content))
    t.strictSame(idsIn(reset(worlds, 'one')), ['seed'])
    worlds.remove('two')
    t.strictSame(worlds.names(), ['one'])
  })
}

t.test('a reset that fails leaves the file as it was, with all that its log has', async (t) => {
  const directory = t.testdir({})
  const worlds = worldsOf(t, directory)
  worlds.get('one').write(() => add(worlds.get('one').get(), 'own'))
  mkdirSync(join(directory, 'one.sqlite.new'))
  t.throws(() => worlds.reset('one'), { code: 'EISDIR' })
  t.strictSame(idsIn(worlds.get('one').get()), ['seed', 'own'])
  t.throws(() => worlds.reset('one', Buffer.from('no image')))
  t.strictSame(idsIn(worlds.get('one').get()), ['seed', 'own'])
})

t.test('a world that cannot be made is not there', async (t) => {
  const directory = t.testdir({ 'one.sqlite.new': {} })
  const worlds = worldsOf(t, directory)
  t.throws(() => worlds.reset('one'), { code: 'EISDIR' })
  t.strictSame(worlds.names(), [])
})

t.test('what was left of a log is no part of the file that takes the place', async (t) => {
  const root = t.testdir({})
  const [used, left] = [join(root, 'used'), join(root, 'left')]
  const worlds = worldsOf(t, used)
  worlds.get('one').write(() => add(worlds.get('one').get(), 'own'))
  cpSync(used, left, { recursive: true })
  t.ok(statSync(join(left, 'one.sqlite-wal')).size > 0)
  const others = worldsOf(t, left)
  others.reset('one')
  t.strictSame(idsIn(others.get('one').get()), ['seed'])
})

for (const [what, takeAway] of [
  ['is gone', (path: string) => rmSync(path)],
  ['is another one', (path: string) => writeFileSync(`${path}.other`, imageOf()) ?? renameSync(`${path}.other`, path)],
] as const) {
  t.test(`when the file of a world ${what}, nothing more is written until it is reset or deleted`, async (t) => {
    const directory = t.testdir({})
    const worlds = worldsOf(t, directory)
    const world = worlds.get('one')
    world.write(() => add(world.get(), 'own'))
    takeAway(join(directory, 'one.sqlite'))
    const refusal = { code: 'UNUSABLE_STATE', message: /^one\.sqlite: it was taken away while the server ran/ }
    t.throws(() => world.assertWritable(), refusal)
    const untilSeen = (): void => {
      for (let attempt = 0; attempt < 100_000; attempt++) world.write(() => {})
    }
    t.throws(untilSeen, refusal, 'a step that comes within a millisecond may be lost with the file')
    worlds.reset('one')
    world.write(() => add(world.get(), 'again'))
    t.strictSame(idsIn(world.get()), ['seed', 'again'])
  })
}

t.test('a world at rest whose file is gone does not begin anew without a word', async (t) => {
  const directory = t.testdir({})
  const worlds = worldsOf(t, directory)
  const world = worlds.get('one')
  world.get()
  world.suspend()
  rmSync(join(directory, 'one.sqlite'))
  t.throws(() => world.get(), { message: /^one\.sqlite: it was taken away/ })
  worlds.remove('one')
  t.strictSame(idsIn(worlds.get('one').get()), ['seed'])
})
