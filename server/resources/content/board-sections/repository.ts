import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'

/** A section of a board as it is stored. */
export interface BoardSectionRow {
  readonly seq: number
  readonly id: string
  readonly board_id: string
  readonly name: string
}

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], BoardSectionRow>('SELECT * FROM board_sections WHERE id = ? AND board_id = ?'),
  byName: db.prepare<[string, string], BoardSectionRow>('SELECT * FROM board_sections WHERE board_id = ? AND name = ?'),
  insert: inserter<BoardSectionRow>(db, 'board_sections'),
  rename: db.prepare<BoardSectionRow>('UPDATE board_sections SET name = @name WHERE id = @id'),
  remove: db.prepare<[string]>('DELETE FROM board_sections WHERE id = ?'),
}))

/** The section of that id on that board. */
export const findBoardSection = (db: Database, boardId: string, id: string): BoardSectionRow | undefined =>
  statements(db).byId.get(id, boardId)

/** The section of that name on that board. */
export const findBoardSectionByName = (db: Database, boardId: string, name: string): BoardSectionRow | undefined =>
  statements(db).byName.get(boardId, name)

/** The `seq` of the next section. */
export const nextBoardSectionSequence = (db: Database): number => nextSequence(db, 'board_sections')

/** Stores a new section. */
export const insertBoardSection = (db: Database, row: BoardSectionRow): void => statements(db).insert(row)

/** Stores a section's new name. */
export const renameBoardSection = (db: Database, row: BoardSectionRow): void => void statements(db).rename.run(row)

/** Deletes the section and its Pins. */
export const removeBoardSection = (db: Database, id: string): void => void statements(db).remove.run(id)

/** One page of a board's sections in the order of their ids. */
export const listBoardSections = (
  db: Database,
  boardId: string,
  page: { after?: number | undefined; limit: number },
): readonly BoardSectionRow[] =>
  keysetPage(db, { table: 'board_sections', select: 't.*', columns: ['board_id'], ranges: [[boardId]], ...page })
