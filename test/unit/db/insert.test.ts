import t from 'tap'
import { inserter } from '#db/insert.ts'
import { openMemory } from '#db/open.ts'

function things() {
  const db = openMemory()
  db.exec(`CREATE TABLE things (
    seq INTEGER PRIMARY KEY,
    loud TEXT GENERATED ALWAYS AS (upper(name)) STORED,
    name TEXT NOT NULL,
    note TEXT
  ) STRICT`)
  const insert = inserter<{ seq: number; name: string; note?: string | null }>(db, 'things')
  return { insert, rows: () => db.prepare('SELECT * FROM things').all() }
}

t.test('a row is stored by the names of its columns, in whatever order it has them', async (t) => {
  const { insert, rows } = things()
  insert({ note: 'first', name: 'one', seq: 1 })
  insert({ seq: 2, name: 'two', note: null })
  t.strictSame(rows(), [
    { seq: 1, loud: 'ONE', name: 'one', note: 'first' },
    { seq: 2, loud: 'TWO', name: 'two', note: null },
  ])
})

t.test('what a row has beside its columns is not stored', async (t) => {
  const { insert, rows } = things()
  insert({ seq: 1, name: 'one', note: null, ...{ more: 'x' } })
  t.strictSame(rows(), [{ seq: 1, loud: 'ONE', name: 'one', note: null }])
})

t.test('a row that lacks a column is not stored, though the column may be NULL', async (t) => {
  const { insert, rows } = things()
  t.throws(() => insert({ seq: 1, name: 'one' }), { message: 'A row of things lacks note' })
  t.strictSame(rows(), [])
})

t.test('a row with a number for a text is not stored', async (t) => {
  const { insert, rows } = things()
  t.throws(() => insert({ seq: 1, name: 7 as unknown as string, note: null }), {
    message: 'A row of things has a number for name',
  })
  t.strictSame(rows(), [])
})
