import t, { type Test } from 'tap'
import type { Database } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { DatabasePool } from '#db/pool.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { brokenChecks } from '#test/support/checks.ts'

function openWorld(t: Test, directory?: string): Database {
  const db = openMemory()
  migrate(db)
  const worlds = new DatabasePool({ directory, image: db.serialize() })
  t.teardown(() => worlds.close())
  return worlds.get('one').get()
}

const ofNoKind = "INSERT INTO media VALUES (1, '1', 'smell', 0, NULL, 0)"
const withoutJson = "INSERT INTO users (seq, id, username, json) VALUES (7, '7', 'seven', '{')"

t.test('a world in a file refuses what breaks a CHECK', async (t) => {
  const db = openWorld(t, t.testdir({}))
  for (const broken of [ofNoKind, withoutJson]) t.throws(() => db.exec(broken), { code: 'SQLITE_CONSTRAINT_CHECK' })
  t.strictSame(brokenChecks(db), [])
})

t.test('a world in memory takes it, and tests find it', async (t) => {
  const db = openWorld(t)
  t.strictSame(brokenChecks(db), [])
  for (const broken of [ofNoKind, withoutJson]) db.exec(broken)
  t.strictSame(brokenChecks(db).toSorted(), ['CHECK constraint failed in media', 'CHECK constraint failed in users'])
  db.exec("UPDATE media SET media_type = 'taste'")
  t.equal(brokenChecks(db).length, 2, 'it goes on as it was')
})

const refused: readonly [string, string, string][] = [
  ['a parent that there is not', "INSERT INTO board_sections VALUES (1, '1', '9', 'x')", 'FOREIGNKEY'],
  [
    'what is unique a second time',
    `INSERT INTO users (seq, id, username, json) VALUES (7, '${defaultUser.id}', 'seven', '{}')`,
    'UNIQUE',
  ],
  [
    'nothing where there must be something',
    "INSERT INTO users (seq, id, username, json) VALUES (7, '7', NULL, '{}')",
    'NOTNULL',
  ],
  ['a text in place of a number', "INSERT INTO media VALUES (1, '1', 'video', 'noon', NULL, 0)", 'DATATYPE'],
]

for (const [what, sql, code] of refused) {
  t.test(`a world in memory refuses ${what}`, async (t) => {
    t.throws(() => openWorld(t).exec(sql), { code: `SQLITE_CONSTRAINT_${code}` })
  })
}
