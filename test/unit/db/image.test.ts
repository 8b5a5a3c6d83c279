import Sqlite from 'better-sqlite3'
import t from 'tap'
import type { Database } from '#db/database.ts'
import { imageOf, migratedImage } from '#db/image.ts'
import { migrate } from '#db/migrate.ts'
import { newestVersion } from '#db/migrations.ts'
import { openFile, openMemory } from '#db/open.ts'

function filled(version?: number): Database {
  const db = openMemory()
  migrate(db, version)
  db.exec("INSERT INTO ad_accounts VALUES (1, 'kept', '549755885170', NULL, '{}')")
  return db
}

const idsIn = (image: Buffer): unknown => openMemory(image).prepare('SELECT id FROM ad_accounts').pluck().all()

t.test('an image that is whole and up to date is used as it is', async (t) => {
  const image = filled().serialize()
  t.equal(migratedImage(image), image)
})

t.test('an image of an earlier version is brought up to date, and keeps what it has', async (t) => {
  const image = filled(1).serialize()
  const usable = migratedImage(image)
  t.strictSame(idsIn(usable), ['kept'])
  t.equal(openMemory(usable).pragma('user_version', { simple: true }), newestVersion())
})

t.test('an image that says that a log is beside it is used without', async (t) => {
  const db = openFile(`${t.testdir()}/one.sqlite`)
  t.teardown(() => db.close())
  db.exec("INSERT INTO ad_accounts VALUES (1, 'kept', '549755885170', NULL, '{}')")
  t.strictSame(idsIn(migratedImage(db.serialize())), ['kept'])
  t.strictSame(idsIn(imageOf(db)), ['kept'])
})

const whole = filled().serialize()
const others = new Sqlite(':memory:')
others.exec('CREATE TABLE notes (text TEXT)')
const newer = filled()
newer.pragma('user_version = 999')
const lacking = filled()
lacking.exec('PRAGMA foreign_keys = OFF; DROP TABLE labels')
const scrambled = Buffer.from(whole)
scrambled.fill(255, 4 * 2048, 6 * 2048)

const refused: readonly [string, Buffer, RegExp][] = [
  ['that is empty', Buffer.alloc(0), /^it is empty$/],
  ['that is half', whole.subarray(0, whole.length / 2), /^it is broken: /],
  ['of which a page is lost', scrambled, /^it is broken: /],
  ['that is a text', Buffer.alloc(5000, 'no database'), /^it is no database$/],
  ['of another program', others.serialize(), /^it is a database, but not of this server$/],
  ['of a newer version', newer.serialize(), /^the state has version 999, and this server knows versions up to \d+$/],
  ['that lacks a table', lacking.serialize(), /^it lacks labels\.\w+$/],
]
for (const [what, image, message] of refused) {
  t.test(`an image ${what} is refused with the reason`, async (t) => {
    t.throws(() => migratedImage(Buffer.from(image)), { message })
  })
}
