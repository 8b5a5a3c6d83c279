import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { type BoardResponseRow, responseColumns } from '../boards/repository.ts'
import type { PinRow } from '../pins/repository.ts'
import { matcherOf, type Searchable } from './matcher.ts'

interface Candidate extends Searchable {
  readonly seq: number
}

const texts = (...fields: readonly string[]): string =>
  fields.map((field) => `coalesce(json ->> '$.${field}', '')`).join(' || char(10) || ')

// `+` has SQLite walk the table in the order of seq, of which a page needs only the beginning.
const candidates = (table: string, condition: string, ...fields: readonly string[]): string =>
  `SELECT seq, id, ${texts(...fields)} AS text FROM ${table} WHERE seq > ? AND ${condition} ORDER BY seq`

const rowsOf = (table: string, columns: string): string =>
  `SELECT ${columns} FROM json_each(?) AS page CROSS JOIN ${table} AS t ON t.seq = page.value ORDER BY page.key`

const pinTexts = ['title', 'description', 'alt_text'] as const

const statements = perDb((db) => ({
  ownPins: db.prepare<[number, string], Candidate>(candidates('pins', '+owner_id = ?', ...pinTexts)),
  publicPins: db.prepare<[number, string], Candidate>(candidates('pins', '+privacy = ?', ...pinTexts)),
  boards: db.prepare<[number, string], Candidate>(candidates('boards', '+owner_id = ?', 'name', 'description')),
  pinRows: db.prepare<[string], PinRow>(rowsOf('pins', 't.*')),
  boardRows: db.prepare<[string], BoardResponseRow>(rowsOf('boards', responseColumns)),
}))

/** Returns one page of a user's Pins that a search finds, in the order of their ids, whatever their privacy. */
export function searchPins(db: Database, ownerId: string, query: string, page: PageRange): readonly PinRow[] {
  const { ownPins, pinRows } = statements(db)
  return pinRows.all(found(ownPins.iterate(page.after ?? 0, ownerId), query, page))
}

/** Returns one page of all users' public Pins that a search finds, in the order of their ids. */
export function searchPublicPins(db: Database, query: string, page: PageRange): readonly PinRow[] {
  const { publicPins, pinRows } = statements(db)
  return pinRows.all(found(publicPins.iterate(page.after ?? 0, 'PUBLIC'), query, page))
}

/** Returns one page of a user's boards that a search finds, in the order of their ids, whatever their privacy. */
export function searchBoards(
  db: Database,
  ownerId: string,
  query: string,
  page: PageRange,
): readonly BoardResponseRow[] {
  const { boards, boardRows } = statements(db)
  return boardRows.all(found(boards.iterate(page.after ?? 0, ownerId), query, page))
}

/** Returns the JSON list of the first `seq`s that the search finds. */
function found(rows: Iterable<Candidate>, query: string, { limit }: PageRange): string {
  const matches = matcherOf(query)
  const sequences: number[] = []
  for (const row of rows) {
    if (!matches(row)) continue
    sequences.push(row.seq)
    if (sequences.length === limit) break
  }
  return JSON.stringify(sequences)
}
