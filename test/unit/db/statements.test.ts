import t from 'tap'
import { openMemory } from '#db/open.ts'
import { nextSequence, perDb, prepared } from '#db/statements.ts'
import { inTransaction } from '#db/transaction.ts'

function counted() {
  const db = openMemory()
  db.exec('CREATE TABLE things (seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT) STRICT')
  return db
}

t.test('what is made for a database is made once, and for each of its own', async (t) => {
  let made = 0
  const numbered = perDb(() => ++made)
  const [one, two] = [openMemory(), openMemory()]
  t.strictSame([numbered(one), numbered(one), numbered(two), numbered(one)], [1, 1, 2, 1])
})

t.test('a statement is prepared once for its text', async (t) => {
  const db = openMemory()
  t.equal(prepared(db)('SELECT 1'), prepared(db)('SELECT 1'))
  t.not(prepared(db)('SELECT 1'), prepared(db)('SELECT 2'))
  t.not(prepared(db)('SELECT 1'), prepared(openMemory())('SELECT 1'))
})

t.test('a transaction gives what its work gives', async (t) => {
  t.equal(
    inTransaction(openMemory(), () => 42),
    42,
  )
})

t.test('work that throws leaves nothing behind, and the next one goes on', async (t) => {
  const db = counted()
  t.throws(
    () =>
      inTransaction(db, () => {
        db.exec("INSERT INTO things (name) VALUES ('lost')")
        throw new Error('stop')
      }),
    { message: 'stop' },
  )
  inTransaction(db, () => db.exec("INSERT INTO things (name) VALUES ('kept')"))
  t.strictSame(db.prepare('SELECT name FROM things').pluck().all(), ['kept'])
})

t.test('the next sequence is one more than any row ever had', async (t) => {
  const db = counted()
  t.equal(nextSequence(db, 'things'), 1)
  db.exec("INSERT INTO things (name) VALUES ('one'), ('two')")
  t.equal(nextSequence(db, 'things'), 3)
  db.exec('DELETE FROM things')
  t.equal(nextSequence(db, 'things'), 3)
})

t.test('a sequence that was used in a transaction that failed is free again', async (t) => {
  const db = counted()
  t.throws(() =>
    inTransaction(db, () => {
      db.exec("INSERT INTO things (name) VALUES ('lost')")
      throw new Error('stop')
    }),
  )
  t.equal(nextSequence(db, 'things'), 1)
})
