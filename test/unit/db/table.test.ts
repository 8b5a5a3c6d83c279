import t from 'tap'
import { openMemory } from '#db/open.ts'
import { accountTable, childTable, rootTable } from '#db/table.ts'

interface Thing {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly name: string
  readonly is_new: 0 | 1
  readonly json: string
}

function things() {
  const db = openMemory()
  db.exec(`CREATE TABLE things (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    ad_account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    is_new INTEGER NOT NULL,
    json TEXT NOT NULL
  ) STRICT`)
  return db
}

const thing: Thing = { seq: 1, id: '10', ad_account_id: '7', name: 'one', is_new: 1, json: '{}' }
const table = accountTable<Thing>('things')

t.test('a row is found by its id within its parent alone', async (t) => {
  const db = things()
  t.strictSame(table.insert(db, thing), thing)
  t.strictSame(table.find(db, '7', '10'), thing)
  t.equal(table.find(db, '8', '10'), undefined)
  t.equal(table.find(db, '7', '11'), undefined)
})

t.test('a table without a parent finds a row by its id', async (t) => {
  const db = things()
  const root = rootTable<Thing>('things')
  root.insert(db, thing)
  t.strictSame(root.find(db, '10'), thing)
})

t.test('a parent may be any column', async (t) => {
  const db = things()
  const named = childTable<Thing>('name', 'things')
  named.insert(db, thing)
  t.strictSame(named.find(db, 'one', '10'), thing)
  t.equal(named.find(db, '7', '10'), undefined)
})

t.test('a row is found with what the table selects', async (t) => {
  const db = things()
  const loud = accountTable<Thing, { loud: string }>('things', { select: 'upper(t.name) AS loud' })
  loud.insert(db, thing)
  t.strictSame(loud.find(db, '7', '10'), { loud: 'ONE' })
  t.strictSame(loud.page(db, { columns: ['ad_account_id'], ranges: [['7']], limit: 1 }), [{ loud: 'ONE' }])
})

t.test('a page may select less', async (t) => {
  const db = things()
  table.insert(db, thing)
  const page = table.page<{ id: string }>(db, { select: 't.id', columns: ['ad_account_id'], ranges: [['7']], limit: 1 })
  t.strictSame(page, [{ id: '10' }])
})

t.test('an update writes every column but the sequence number, the id and the parent', async (t) => {
  const db = things()
  table.insert(db, thing)
  const changed: Thing = { seq: 2, id: '10', ad_account_id: '8', name: 'two', is_new: 0, json: '[]' }
  t.strictSame(table.update(db, changed), changed)
  t.strictSame(table.find(db, '7', '10'), { ...changed, seq: 1, ad_account_id: '7' })
})

t.test('an update writes the columns that the table names, and no others', async (t) => {
  const db = things()
  const named = accountTable<Thing>('things', { updates: ['name'] })
  named.insert(db, thing)
  named.update(db, { ...thing, name: 'two', is_new: 0, json: '[]' })
  t.strictSame(named.find(db, '7', '10'), { ...thing, name: 'two' })
})

t.test('an update of a column that the table has not is refused', async (t) => {
  const db = things()
  const wrong = accountTable<Thing & { readonly size: number }>('things', { updates: ['size'] })
  t.throws(() => wrong.update(db, { ...thing, size: 1 }), { message: 'The table things has no column size' })
})

t.test('an update that gets the row as it was writes the columns that differ, and no others', async (t) => {
  const db = things()
  table.insert(db, thing)
  db.exec(`CREATE TABLE written (name TEXT);
    CREATE TRIGGER names AFTER UPDATE OF name ON things BEGIN INSERT INTO written VALUES (new.name); END`)
  const names = db.prepare('SELECT name FROM written').pluck()
  const changed: Thing = { ...thing, is_new: 0, json: '[]' }
  table.update(db, changed, thing)
  t.strictSame(table.find(db, '7', '10'), changed)
  t.strictSame(names.all(), [], 'the name is not written again')
  table.update(db, { ...changed, name: 'two' }, changed)
  t.strictSame(names.all(), ['two'])
  table.update(db, thing)
  t.strictSame(names.all(), ['two', 'one'], 'without the row as it was, every column is written')
})

t.test('an update that gets the row as it was writes nothing where nothing differs', async (t) => {
  const db = things()
  table.insert(db, thing)
  const changes = db.prepare('SELECT total_changes()').pluck()
  const before = changes.get()
  table.update(db, { ...thing }, thing)
  t.equal(changes.get(), before)
})

t.test('what a row as it was does not tell is written', async (t) => {
  const db = things()
  table.insert(db, thing)
  table.update(db, { ...thing, name: 'two' }, { json: '{}' })
  t.strictSame(table.find(db, '7', '10'), { ...thing, name: 'two' })
})

t.test('an update by a row that lacks a column stores nothing', async (t) => {
  const db = things()
  table.insert(db, thing)
  const { json, ...rest } = { ...thing, name: 'two' }
  t.throws(() => table.update(db, rest as Thing), { message: 'A row of things lacks json' })
  t.strictSame(table.find(db, '7', '10'), thing)
})

t.test('a removed row is not found, and its sequence number is not given again', async (t) => {
  const db = things()
  table.insert(db, thing)
  table.remove(db, '10')
  t.equal(table.find(db, '7', '10'), undefined)
  t.equal(table.nextSequence(db), 2)
})

t.test('an entity is stored as JSON, with columns from its fields and from beside it', async (t) => {
  const db = things()
  const entity = { id: '10', name: 'one', is_new: true, more: [1] }
  const row = table.insertEntity(db, entity, { seq: 1, ad_account_id: '7' })
  t.strictSame(row, { seq: 1, id: '10', ad_account_id: '7', name: 'one', is_new: 1, json: JSON.stringify(entity) })
  t.strictSame(table.find(db, '7', '10'), row)
  const changed = { ...entity, name: 'two', is_new: false }
  const after = table.updateEntity(db, changed, { seq: 1, ad_account_id: '7' })
  t.strictSame(after, { ...row, name: 'two', is_new: 0, json: JSON.stringify(changed) })
  t.strictSame(table.find(db, '7', '10'), after)
})

t.test('an entity that lacks a field of a column is not stored', async (t) => {
  const db = things()
  const entity = { id: '10', name: 'one' } as Thing
  t.throws(() => table.insertEntity(db, entity, { seq: 1, ad_account_id: '7' }), {
    message: 'A row of things lacks is_new',
  })
})

const entity = (name: string) => ({ id: `id of ${name}`, ad_account_id: '7', name, is_new: true })

t.test('collected rows get their numbers one after the other, and are stored together', async (t) => {
  const db = things()
  table.insert(db, thing)
  const rows = table.collectRows(db)
  const added = ['a', 'b', 'c'].map((name) => rows.add(entity(name), { seq: rows.nextSequence() }))
  t.strictSame(
    added.map(({ seq }) => seq),
    [2, 3, 4],
  )
  t.equal(table.nextSequence(db), 2, 'no query sees them before')
  rows.store()
  t.strictSame(
    added.map(({ id }) => table.find(db, '7', id)),
    added,
  )
  t.equal(table.nextSequence(db), 5)
})

t.test('a number that was read for an entity that is refused goes to the next one', async (t) => {
  const db = things()
  const rows = table.collectRows(db)
  t.equal(rows.nextSequence(), 1)
  rows.add(entity('a'), { seq: rows.nextSequence() })
  rows.store()
  t.equal(table.find(db, '7', 'id of a')?.seq, 1)
})

t.test('rows that are stored while others are still to come are stored once', async (t) => {
  const db = things()
  const rows = table.collectRows(db)
  for (const name of ['a', 'b']) {
    rows.add(entity(name), { seq: rows.nextSequence() })
    rows.store()
  }
  rows.store()
  t.strictSame(db.prepare('SELECT seq, name FROM things').all(), [
    { seq: 1, name: 'a' },
    { seq: 2, name: 'b' },
  ])
})

t.test('many rows are stored as they are, whether they fill statements of ten or not', async (t) => {
  for (const count of [0, 1, 9, 10, 11, 30, 37]) {
    const db = things()
    const rows = table.collectRows(db)
    const added = Array.from({ length: count }, (_, at) => rows.add(entity(`n${at}`), { seq: rows.nextSequence() }))
    rows.store()
    t.strictSame(db.prepare('SELECT * FROM things ORDER BY seq').all(), added, `${count} rows`)
  }
})

t.test('of many rows none is stored within the transaction when one lacks a column', async (t) => {
  const db = things()
  const rows = table.collectRows(db)
  for (let at = 0; at < 12; at++) rows.add(entity(`n${at}`), { seq: rows.nextSequence() })
  rows.add({ id: 'x', ad_account_id: '7', name: 'x' } as Thing, { seq: rows.nextSequence() })
  t.throws(() => db.transaction(() => rows.store())(), { message: 'A row of things lacks is_new' })
  t.equal(db.prepare('SELECT count(*) FROM things').pluck().get(), 0)
})
