import type { Database } from './database.ts'
import { openMemory } from './open.ts'
import { quoted, type StateTable, stateFormat, tablesOf } from './state-tables.ts'

/**
 * What a database has now as the JSON of a state, piece by piece: a row a line, so that people and tools can compare two
 * of them. Until it has ended, the database can do nothing else.
 */
export function* stateText(db: Database): Generator<string> {
  const version = Number(db.pragma('user_version', { simple: true }))
  const sequences = db.prepare<[], [string, number]>('SELECT name, seq FROM sqlite_sequence ORDER BY name').raw().all()
  yield `{"format":${JSON.stringify(stateFormat)},"version":${version},`
  yield `"sequences":${JSON.stringify(Object.fromEntries(sequences))},"tables":{`
  for (const [index, table] of tablesOf(db).entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(table.name)}:[`
    yield* rowTexts(db, table)
    yield ']'
  }
  yield '}}\n'
}

/** Bytes of a database whose text is made in a few milliseconds. */
const small = 2 ** 20

/** Whether the text of a database takes so long to make that others should have their turn in between. */
export const isLarge = (db: Database): boolean =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })) > small

/** The same of an image, which is a database of its own as long as somebody reads. */
export function* stateTextOf(image: Buffer): Generator<string> {
  const db = openMemory(image)
  try {
    yield* stateText(db)
  } finally {
    db.close()
  }
}

function* rowTexts(db: Database, { name, columns: stored }: StateTable): Generator<string> {
  const columns = [...stored.values()]
  const keys = columns.map((column, index) => `${index === 0 ? '' : ','}${JSON.stringify(column.name)}:`)
  const select = `SELECT ${columns.map((column) => quoted(column.name)).join(', ')} FROM ${quoted(name)}`
  let before = '\n'
  for (const row of db.prepare<[], unknown[]>(select).raw().iterate()) {
    let text = `${before}{`
    for (const [index, value] of row.entries()) {
      text += keys[index] + (columns[index]?.isJson && value !== null ? String(value) : JSON.stringify(value))
    }
    yield `${text}}`
    before = ',\n'
  }
}
