import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import t from 'tap'
import { migrate } from '#db/migrate.ts'
import { openFile, openMemory } from '#db/open.ts'
import { reasonUnrecognized } from '#db/recognize-file.ts'

/** The content of a file of this server, of a version, with whatever is then done to it. */
function contentOf(version?: number, ...pragmas: readonly string[]): Buffer {
  const db = openMemory()
  migrate(db, version)
  for (const pragma of pragmas) db.pragma(pragma)
  return db.serialize()
}

/** The content of a file of another program. */
function othersContent(...pragmas: readonly string[]): Buffer {
  const db = openMemory()
  db.exec('CREATE TABLE notes (text TEXT)')
  for (const pragma of pragmas) db.pragma(pragma)
  return db.serialize()
}

const whole = contentOf()
const ours: readonly [string, Buffer][] = [
  ['a whole one', whole],
  ['one that is empty', Buffer.alloc(0)],
  ['one that is cut off', whole.subarray(0, 5000)],
  ['one that is broken inside', Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)])],
  ['one of the first version, without a mark', contentOf(1, 'application_id = 0')],
  ['one of a newer version', contentOf(undefined, 'user_version = 999')],
]
for (const [what, content] of ours) {
  t.test(`a file of this server is known as such: ${what}`, async (t) => {
    const path = `${t.testdir()}/one.sqlite`
    writeFileSync(path, content)
    t.equal(reasonUnrecognized(path), undefined)
  })
}

const foreign = 'it is a database, but not of this server'
const others: readonly [string, Buffer, string][] = [
  ['a text', Buffer.from('SQLite format 3, says a text'), 'it is no database'],
  ["another program's database", othersContent(), foreign],
  ['one that counts its versions as this server does', othersContent('user_version = 3'), foreign],
  ['one that counts further', othersContent('user_version = 999'), foreign],
  ["one with another program's mark", contentOf(undefined, 'application_id = 252006675'), foreign],
]
for (const [what, content, reason] of others) {
  t.test(`a file of another program is known as such, and left alone: ${what}`, async (t) => {
    const folder = t.testdir()
    writeFileSync(`${folder}/one.sqlite`, content)
    t.equal(reasonUnrecognized(`${folder}/one.sqlite`), reason)
    t.ok(readFileSync(`${folder}/one.sqlite`).equals(content))
    t.strictSame(readdirSync(folder), ['one.sqlite'])
  })
}

t.test("another program's database in the middle of its work is not even touched", async (t) => {
  const folder = t.testdir()
  const path = `${folder}/one.sqlite`
  const db = new Sqlite(path)
  t.teardown(() => db.close())
  db.exec("PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('x')")
  const before = readdirSync(folder).map((file) => [file, statSync(`${folder}/${file}`).mtimeMs])
  t.equal(reasonUnrecognized(path), foreign)
  t.strictSame(
    readdirSync(folder).map((file) => [file, statSync(`${folder}/${file}`).mtimeMs]),
    before,
  )
})

t.test('where nothing is, nothing is foreign; what is no file is', async (t) => {
  const folder = t.testdir()
  mkdirSync(`${folder}/two.sqlite`)
  symlinkSync(`${folder}/nothing`, `${folder}/three.sqlite`)
  openFile(`${folder}/four.sqlite`).close()
  symlinkSync(`${folder}/four.sqlite`, `${folder}/five.sqlite`)
  t.equal(reasonUnrecognized(`${folder}/one.sqlite`), undefined)
  t.equal(reasonUnrecognized(`${folder}/two.sqlite`), 'it is no file')
  t.equal(reasonUnrecognized(`${folder}/three.sqlite`), 'it is a link to nothing')
  t.equal(reasonUnrecognized(`${folder}/five.sqlite`), undefined, 'a link to a file is as good as the file')
})
