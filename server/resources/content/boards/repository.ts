import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'
import type { BoardPrivacy } from './schema.ts'

/** A board as it is stored. */
export interface BoardRow {
  readonly seq: number
  readonly id: string
  /** The id of the user who owns it. */
  readonly owner_id: string
  readonly name: string
  readonly privacy: BoardPrivacy
  /** Milliseconds since 1970. */
  readonly pins_modified_at: number
  readonly json: string
}

/** A board with the counts that a response has. */
export interface BoardResponseRow extends BoardRow {
  readonly pin_count: number
  /** JSON of the images of its newest Pins, each by size. */
  readonly newest_images: string
}

const thumbnails = 5

/** The columns of a board for responses, from the table as `t`. */
export const responseColumns = `t.*, (SELECT count(*) FROM pins WHERE pins.board_id = t.id) AS pin_count,
  (SELECT json_group_array(json(images)) FROM (
    SELECT coalesce(pins.json -> '$.media.images', pins.json -> '$.media.items[0].images') AS images
    FROM pins WHERE pins.board_id = t.id ORDER BY pins.seq DESC LIMIT ${thumbnails}
  )) AS newest_images`

/** The table of the boards of all users. Deleting a board deletes its sections and Pins. */
export const boardTable = rootTable<BoardRow>('boards', { updates: ['name', 'privacy', 'json'] })

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], BoardRow>('SELECT * FROM boards WHERE id = ? AND owner_id = ?'),
  forResponse: db.prepare<[string, string], BoardResponseRow>(
    `SELECT ${responseColumns} FROM boards AS t WHERE t.id = ? AND t.owner_id = ?`,
  ),
  byName: db.prepare<[string, string], BoardRow>('SELECT * FROM boards WHERE owner_id = ? AND name = ?'),
  touch: db.prepare<[number, string]>('UPDATE boards SET pins_modified_at = ? WHERE id = ?'),
  count: db.prepare<[string], number>('SELECT count(*) FROM boards WHERE owner_id = ?').pluck(),
}))

/** Returns the user's board with this id. */
export const findBoard = (db: Database, id: string, ownerId: string): BoardRow | undefined =>
  statements(db).byId.get(id, ownerId)

/** Returns the user's board with this id, with the counts that a response has. */
export const findBoardForResponse = (db: Database, id: string, ownerId: string): BoardResponseRow | undefined =>
  statements(db).forResponse.get(id, ownerId)

/** Returns the user's board with this name, ignoring case. */
export const findBoardByName = (db: Database, ownerId: string, name: string): BoardRow | undefined =>
  statements(db).byName.get(ownerId, name)

/** Sets the time, in milliseconds, at which a Pin was last added to the board, changed or deleted. */
export const touchBoard = (db: Database, id: string, at: number): void => void statements(db).touch.run(at, id)

/** Returns the number of the user's boards. */
export const countBoards = (db: Database, ownerId: string): number => statements(db).count.get(ownerId) ?? 0

/** Returns one page of a user's boards in the order of their ids. */
export const listBoards = (
  db: Database,
  ownerId: string,
  privacies: readonly BoardPrivacy[],
  page: PageRange,
): readonly BoardResponseRow[] =>
  boardTable.page(db, {
    select: responseColumns,
    columns: ['owner_id', 'privacy'],
    ranges: rangesOf([ownerId], privacies),
    ...page,
  })
