import { join } from 'node:path'
import t from 'tap'
import { openFile, openMemory } from '#db/open.ts'

const withParents = `CREATE TABLE parents (id TEXT PRIMARY KEY) STRICT;
  CREATE TABLE children (parent TEXT NOT NULL REFERENCES parents (id)) STRICT;`

t.test('a copy of an image has what the image has, and shares nothing with it or with other copies', async (t) => {
  const template = openMemory()
  template.exec("CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('seed')")
  const image = template.serialize()
  const [one, two] = [openMemory(image), openMemory(image)]
  one.exec("INSERT INTO things VALUES ('own')")
  const names = (db: typeof one) => db.prepare('SELECT name FROM things').pluck().all()
  t.strictSame([names(one), names(two), names(openMemory(image))], [['seed', 'own'], ['seed'], ['seed']])
})

t.test('foreign keys hold, in memory and in a file', async (t) => {
  const file = openFile(join(t.testdir({}), 'one.sqlite'))
  t.teardown(() => file.close())
  for (const db of [openMemory(), file]) {
    db.exec(withParents)
    t.throws(() => db.exec("INSERT INTO children VALUES ('nobody')"), { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
  }
})

t.test('a copy of an image holds foreign keys as well', async (t) => {
  const template = openMemory()
  template.exec(withParents)
  const copy = openMemory(template.serialize())
  t.throws(() => copy.exec("INSERT INTO children VALUES ('nobody')"), { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
})

t.test('a file writes ahead, so that an acknowledged write outlives the process', async (t) => {
  const db = openFile(join(t.testdir({}), 'one.sqlite'))
  t.teardown(() => db.close())
  t.equal(db.pragma('journal_mode', { simple: true }), 'wal')
  t.equal(db.pragma('synchronous', { simple: true }), 1)
})
