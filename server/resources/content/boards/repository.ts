import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, rangesOf } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { BoardPrivacy } from './schema.ts'

/** A board as it is stored. */
export interface BoardRow {
  readonly seq: number
  readonly id: string
  /** The id of the user whose it is. */
  readonly owner_id: string
  readonly name: string
  readonly privacy: BoardPrivacy
  /** Milliseconds since 1970. */
  readonly pins_modified_at: number
  readonly json: string
}

/** A board with what its answer counts. */
export interface AnsweredBoard extends BoardRow {
  readonly pin_count: number
  /** JSON of the images of its newest Pins, by size. */
  readonly newest_images: string
}

const thumbnails = 5

const answered = `t.*, (SELECT count(*) FROM pins WHERE pins.board_id = t.id) AS pin_count,
  (SELECT json_group_array(json(images)) FROM (
    SELECT coalesce(pins.json -> '$.media.images', pins.json -> '$.media.items[0].images') AS images
    FROM pins WHERE pins.board_id = t.id ORDER BY pins.seq DESC LIMIT ${thumbnails}
  )) AS newest_images`

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], BoardRow>('SELECT * FROM boards WHERE id = ? AND owner_id = ?'),
  anybodys: db.prepare<[string], BoardRow>('SELECT * FROM boards WHERE id = ?'),
  answered: db.prepare<[string, string], AnsweredBoard>(
    `SELECT ${answered} FROM boards AS t WHERE t.id = ? AND t.owner_id = ?`,
  ),
  byName: db.prepare<[string, string], BoardRow>('SELECT * FROM boards WHERE owner_id = ? AND name = ?'),
  insert: inserter<BoardRow>(db, 'boards'),
  update: db.prepare<BoardRow>('UPDATE boards SET name = @name, privacy = @privacy, json = @json WHERE id = @id'),
  remove: db.prepare<[string]>('DELETE FROM boards WHERE id = ?'),
  touch: db.prepare<[number, string]>('UPDATE boards SET pins_modified_at = ? WHERE id = ?'),
  count: db.prepare<[string], number>('SELECT count(*) FROM boards WHERE owner_id = ?').pluck(),
}))

/** The user's board of that id. */
export const findBoard = (db: Database, id: string, ownerId: string): BoardRow | undefined =>
  statements(db).byId.get(id, ownerId)

/** The board of that id, whosever it is. */
export const findBoardOfAnybody = (db: Database, id: string): BoardRow | undefined => statements(db).anybodys.get(id)

/** The user's board of that id, with what its answer counts. */
export const answeredBoard = (db: Database, id: string, ownerId: string): AnsweredBoard | undefined =>
  statements(db).answered.get(id, ownerId)

/** The user's board of that name, in whatever case. */
export const findBoardByName = (db: Database, ownerId: string, name: string): BoardRow | undefined =>
  statements(db).byName.get(ownerId, name)

/** The `seq` of the next board. */
export const nextBoardSequence = (db: Database): number => nextSequence(db, 'boards')

/** Stores a new board. */
export const insertBoard = (db: Database, row: BoardRow): void => statements(db).insert(row)

/** Stores a board's new content. */
export const updateBoard = (db: Database, row: BoardRow): void => void statements(db).update.run(row)

/** Deletes the board, its sections and its Pins. */
export const removeBoard = (db: Database, id: string): void => void statements(db).remove.run(id)

/** Notes that a Pin of the board came, went or changed at that moment (milliseconds). */
export const touchBoard = (db: Database, id: string, at: number): void => void statements(db).touch.run(at, id)

/** How many boards the user has. */
export const countBoards = (db: Database, ownerId: string): number => statements(db).count.get(ownerId) ?? 0

/** One page of a user's boards in the order of their ids. */
export const listBoards = (
  db: Database,
  ownerId: string,
  privacies: readonly BoardPrivacy[],
  page: { after?: number | undefined; limit: number },
): readonly AnsweredBoard[] =>
  keysetPage(db, {
    table: 'boards',
    select: answered,
    columns: ['owner_id', 'privacy'],
    ranges: rangesOf([ownerId], privacies),
    ...page,
  })
