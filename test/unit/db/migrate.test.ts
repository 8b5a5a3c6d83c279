import { readdirSync } from 'node:fs'
import t from 'tap'
import type { Database } from '#db/database.ts'
import { NewerDatabaseError } from '#db/errors.ts'
import { migrate } from '#db/migrate.ts'
import { applicationId } from '#db/migrations.ts'
import { openMemory } from '#db/open.ts'

const migrations = readdirSync(new URL('../../../migrations/', import.meta.url))
const versionOf = (db: Database): unknown => db.pragma('user_version', { simple: true })
function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const schemaOf = (db: Database): unknown => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()

t.test('an empty database is brought to the newest version', async (t) => {
  const db = openMemory()
  migrate(db)
  t.equal(versionOf(db), migrations.length)
  t.match(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'ad_groups'").all(), [{ name: 'ad_groups' }])
})

t.test('the migrations are numbered without a gap', async (t) => {
  t.strictSame(
    migrations.toSorted().map((name) => Number(name.slice(0, 4))),
    migrations.map((_, index) => index + 1),
  )
})

t.test('migrating again changes nothing', async (t) => {
  const db = openMemory()
  migrate(db)
  const before = db.serialize()
  migrate(db)
  t.ok(before.equals(db.serialize()))
})

t.test('every earlier version is brought to the same tables', async (t) => {
  const newest = openMemory()
  migrate(newest)
  for (let version = 1; version < migrations.length; version++) {
    const db = openMemory()
    migrate(db, version)
    migrate(db)
    t.strictSame(schemaOf(db), schemaOf(newest), `version ${version}`)
  }
})

t.test('a database is marked as one of this server', async (t) => {
  const db = openMemory()
  migrate(db)
  t.equal(db.pragma('application_id', { simple: true }), applicationId)
})

for (const version of [1, migrations.length]) {
  t.test(`one of version ${version} without a mark is known by its tables, and gets the mark`, async (t) => {
    const db = openMemory()
    migrate(db, version)
    db.pragma('application_id = 0')
    migrate(db)
    t.equal(versionOf(db), migrations.length)
    t.equal(db.pragma('application_id', { simple: true }), applicationId)
  })

  t.test(`one that says version ${version} and lacks a column of it is none of this server`, async (t) => {
    const db = openMemory()
    migrate(db, version)
    db.exec('PRAGMA application_id = 0; PRAGMA foreign_keys = OFF; DROP INDEX ad_accounts_by_owner')
    db.exec('ALTER TABLE ad_accounts DROP COLUMN owner_id')
    const before = schemaOf(db)
    t.throws(() => migrate(db), { message: 'it is a database, but not of this server' })
    t.strictSame(schemaOf(db), before)
  })
}

t.test("a database with another program's mark is refused, whatever is in it", async (t) => {
  const db = openMemory()
  migrate(db)
  db.pragma('application_id = 252006675')
  t.throws(() => migrate(db), { message: 'it is a database, but not of this server' })
})

t.test("another program's database is refused and left as it was", async (t) => {
  const db = openMemory()
  db.exec('CREATE TABLE notes (text TEXT)')
  const before = schemaOf(db)
  t.throws(() => migrate(db), { message: 'it is a database, but not of this server' })
  t.strictSame(schemaOf(db), before)
})

t.test('a database of a newer version is refused and left as it was', async (t) => {
  const db = openMemory()
  migrate(db)
  db.pragma(`user_version = ${migrations.length + 1}`)
  const before = db.serialize()
  t.ok(thrownBy(() => migrate(db)) instanceof NewerDatabaseError)
  t.throws(() => migrate(db), {
    message: `the state has version ${migrations.length + 1}, and this server knows versions up to ${migrations.length}`,
  })
  t.ok(before.equals(db.serialize()))
})

t.test('when a migration fails none of them has happened', async (t) => {
  const db = openMemory()
  migrate(db, 1)
  db.exec('CREATE TABLE labels (mine TEXT)')
  const before = schemaOf(db)
  t.throws(() => migrate(db), { code: 'SQLITE_ERROR' })
  t.equal(versionOf(db), 1)
  t.strictSame(schemaOf(db), before)
  t.notOk(db.inTransaction)
})
