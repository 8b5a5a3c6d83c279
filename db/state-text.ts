import type { Database } from './database.ts'
import { openMemory } from './open.ts'
import { quoted, type StateTable, stateFormat, tablesOf } from './state-tables.ts'

/**
 * Generates the JSON of a state in pieces, one row a line, so that tools can compare two of them. Blocks the database
 * until the generator ends.
 */
export function* stateText(db: Database): Generator<string> {
  const version = Number(db.pragma('user_version', { simple: true }))
  const sequences = db.prepare<[], [string, number]>('SELECT name, seq FROM sqlite_sequence ORDER BY name').raw().all()
  const used = new Set(sequences.map(([table]) => table))
  // Most tables of a small world never had a row, and to prepare the statement that finds none takes longer than all else.
  const hasHadRows = ({ name, columns }: StateTable): boolean => used.has(name) || !columns.has('seq')
  yield `{"format":${JSON.stringify(stateFormat)},"version":${version},`
  yield `"sequences":${JSON.stringify(Object.fromEntries(sequences))},"tables":{`
  for (const [index, table] of tablesOf(db).entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(table.name)}:[`
    if (hasHadRows(table)) yield* rowTexts(db, table)
    yield ']'
  }
  yield '}}\n'
}

/** The size of a database whose text takes a few milliseconds. */
const small = 2 ** 20

/** Tells whether the text of a database takes long enough that other work should run in between. */
export const isLarge = (db: Database): boolean =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })) > small

/** Generates the JSON of an image, from a database of its own that closes with the generator. */
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
