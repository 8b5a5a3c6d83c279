import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'

/** A section of a board as it is stored. */
export interface BoardSectionRow {
  readonly seq: number
  readonly id: string
  readonly board_id: string
  readonly name: string
}

/** The table of sections, each of a board. Deleting a section deletes its Pins. */
export const boardSectionTable = childTable<BoardSectionRow>('board_id', 'board_sections')

const byName = perDb((db) =>
  db.prepare<[string, string], BoardSectionRow>('SELECT * FROM board_sections WHERE board_id = ? AND name = ?'),
)

/** Returns the board's section with this name. */
export const findBoardSectionByName = (db: Database, boardId: string, name: string): BoardSectionRow | undefined =>
  byName(db).get(boardId, name)

/** Returns one page of a board's sections in the order of their ids. */
export const listBoardSections = (db: Database, boardId: string, page: PageRange): readonly BoardSectionRow[] =>
  boardSectionTable.page(db, { columns: ['board_id'], ranges: [[boardId]], ...page })
