import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { announce } from '../announce.ts'

/** What a bare server answers from: rows that are ready-made, by entity and day. */
export interface ReadyRows {
  /** The names of the columns beside DATE and ID. */
  readonly columns: readonly string[]
  /** What the entity's id is called in the answer. */
  readonly id: string
  /** The rows: DATE, ID and the columns. */
  readonly rows?: readonly (readonly (string | number)[])[]
  /** How many rows of each of 90 days are made up, where none are sent. */
  readonly entities?: number
}

/** Fastify and SQLite with nothing between them: sums of a table that has what a report would have to work out. */
process.once('message', async ({ columns, id, rows, entities = 0 }: ReadyRows) => {
  const db = new Database(':memory:')
  db.exec(
    `CREATE TABLE figures (date TEXT, id TEXT, ${columns.map((name) => `${name} REAL`).join(', ')},
       PRIMARY KEY (date, id)) WITHOUT ROWID`,
  )
  const insert = db.prepare(`INSERT INTO figures VALUES (?, ?, ${columns.map(() => '?').join(', ')})`)
  db.transaction(() => {
    for (const row of rows ?? madeUp(entities, columns.length)) insert.run(...row)
  })()
  const sums = columns.map((name) => `sum(${name}) AS ${name}`).join(', ')
  const byDay = db.prepare(
    `SELECT date AS DATE, id AS ${id}, ${sums} FROM figures
     WHERE date BETWEEN ? AND ? AND id IN (SELECT value FROM json_each(?)) GROUP BY date, id ORDER BY date, id`,
  )
  const total = db.prepare(`SELECT ${sums} FROM figures WHERE date BETWEEN ? AND ?`)
  const app = Fastify({ logger: false })
  app.get<{ Querystring: { start_date: string; end_date: string; ids?: string } }>('/figures', (request, reply) => {
    const { start_date, end_date, ids } = request.query
    const found =
      ids === undefined
        ? total.all(start_date, end_date)
        : byDay.all(start_date, end_date, JSON.stringify(ids.split(',')))
    reply.header('content-type', 'application/json').send(JSON.stringify(found))
  })
  await announce(app)
})

function* madeUp(entities: number, columns: number): Generator<(string | number)[]> {
  for (let day = 0; day < 90; day++) {
    const date = new Date(Date.UTC(2026, 4, 1 + day)).toISOString().slice(0, 10)
    for (let id = 0; id < entities; id++) {
      yield [
        date,
        String(id).padStart(12, '0'),
        ...Array.from({ length: columns }, (_, column) => (day * id) % (column + 97)),
      ]
    }
  }
}
