import t from 'tap'
import { openMemory } from '#db/open.ts'

const sourceOf = (sql: string): string => openMemory().prepare(sql).source

t.test('parameters are hidden from the planner, which would plan anew for each run', async (t) => {
  t.equal(sourceOf('SELECT 1 WHERE ? = 2 LIMIT ?'), 'SELECT 1 WHERE +? = 2 LIMIT +?')
})

t.test('question marks in texts, names and comments stay', async (t) => {
  const sql = `SELECT 'it''s ?' AS "really ""?""", ? -- why?
    LIMIT ?`
  t.equal(
    sourceOf(sql),
    `SELECT 'it''s ?' AS "really ""?""", +? -- why?
    LIMIT +?`,
  )
})

t.test('a parameter keeps the type and the affinity of its value', async (t) => {
  const db = openMemory()
  db.exec("CREATE TABLE things (name TEXT, size INTEGER) STRICT; INSERT INTO things VALUES ('1', 1)")
  for (const value of ['1', 1.5, 7n, null, Buffer.from('x')]) {
    const [found] = db.prepare('SELECT typeof(?)').pluck().all(value)
    t.equal(found, value === null ? 'null' : Buffer.isBuffer(value) ? 'blob' : typesOf[typeof value])
  }
  const count = (condition: string) => db.prepare(`SELECT count(*) FROM things WHERE ${condition}`).pluck()
  t.equal(count('name = ?').get(1), 0, 'a number is bound as 1.0')
  t.equal(count('name = ?').get(1n), 1)
  t.equal(count('size = ?').get('1'), 1)
  t.equal(count('name LIKE ?').get('%1%'), 1)
  t.equal(count('name IN (SELECT value FROM json_each(?))').get('["1"]'), 1)
})

const typesOf: Readonly<Record<string, string>> = { string: 'text', number: 'real', bigint: 'integer' }
