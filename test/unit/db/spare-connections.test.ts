import t from 'tap'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { DatabasePool } from '#db/pool.ts'

function imageWith(id: string): Buffer {
  const db = openMemory()
  migrate(db)
  insert(db, id)
  try {
    return db.serialize()
  } finally {
    db.close()
  }
}

type Db = ReturnType<typeof openMemory>

function insert(db: Db, id: string): void {
  db.prepare(`INSERT INTO ad_accounts (id, owner_id, json) VALUES (?, '549755885170', '{}')`).run(id)
}

const idsIn = (db: Db): unknown[] => db.prepare('SELECT id FROM ad_accounts ORDER BY seq').pluck().all()
const nextIn = (db: Db): unknown =>
  db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'ad_accounts'").pluck().get()

t.test('a world that is made after another was deleted has its connection, and nothing of its content', async (t) => {
  const pool = new DatabasePool({ image: imageWith('549755813888') })
  const first = pool.get('first')
  const db = first.get()
  first.write(() => insert(db, '549755813889'))
  pool.remove('first')
  const second = pool.get('second')
  t.equal(second.get(), db)
  t.same(idsIn(second.get()), ['549755813888'])
  t.equal(nextIn(second.get()), 1, 'ids go on as in a copy of the image')
  t.notOk(second.isChanged)
  second.write(() => insert(second.get(), '549755813890'))
  t.ok(second.isChanged)
  pool.close()
})

t.test('a world of another image has a connection of its own', async (t) => {
  const pool = new DatabasePool({ image: imageWith('549755813888') })
  const db = pool.get('first').get()
  pool.remove('first')
  const other = pool.get('second', imageWith('549755813891')).get()
  t.not(other, db)
  t.same(idsIn(other), ['549755813891'])
  pool.close()
})

t.test(
  'a world that rests unchanged gives its connection away, and has the same content when it is used again',
  async (t) => {
    const pool = new DatabasePool({ image: imageWith('549755813888'), mostOpen: 1 })
    const db = pool.get('first').get()
    t.equal(pool.get('second').get(), db)
    t.same(idsIn(pool.get('first').get()), ['549755813888'])
    pool.close()
  },
)

t.test('a world that rests changed keeps its content, whoever has its connection', async (t) => {
  const pool = new DatabasePool({ image: imageWith('549755813888'), mostOpen: 1 })
  const first = pool.get('first')
  first.write(() => insert(first.get(), '549755813889'))
  const second = pool.get('second')
  second.write(() => insert(second.get(), '549755813890'))
  t.same(idsIn(first.get()), ['549755813888', '549755813889'])
  t.same(idsIn(second.get()), ['549755813888', '549755813890'])
  pool.close()
})

t.test('a world that was changed and rested is not taken for unchanged when it rests again', async (t) => {
  const pool = new DatabasePool({ image: imageWith('549755813888'), mostOpen: 1 })
  const first = pool.get('first')
  for (const id of ['549755813889', '549755813890']) {
    first.write(() => insert(first.get(), id))
    pool.get('second').get()
  }
  pool.get('first').get()
  pool.get('second').get()
  t.same(idsIn(first.get()), ['549755813888', '549755813889', '549755813890'])
  t.ok(first.isChanged)
  pool.close()
})

t.test('a world that was reset gives away a copy of what it was reset to', async (t) => {
  const image = imageWith('549755813888')
  const pool = new DatabasePool({ image })
  const first = pool.get('first')
  first.write(() => insert(first.get(), '549755813889'))
  pool.reset('first')
  first.write(() => insert(first.get(), '549755813890'))
  const db = first.get()
  pool.remove('first')
  t.equal(pool.get('second').get(), db)
  t.same(idsIn(pool.get('second').get()), ['549755813888'])
  pool.close()
})

t.test('a world that nothing was written to is still its image, so that forks of it share connections', async (t) => {
  const image = imageWith('549755813888')
  const pool = new DatabasePool({ image })
  const first = pool.get('first')
  t.equal(first.image(), image)
  first.write(() => insert(first.get(), '549755813889'))
  const changed = first.image()
  t.not(changed, image)
  t.same(idsIn(pool.get('fork', changed).get()), ['549755813888', '549755813889'])
  pool.reset('first')
  t.equal(first.image(), image)
  pool.close()
})
