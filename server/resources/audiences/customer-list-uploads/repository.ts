import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { ListOperation } from '../customer-lists/schema.ts'

/** An upload as it is stored. */
export interface UploadRow {
  readonly seq: number
  readonly id: string
  readonly customer_list_id: string
  readonly operation: ListOperation
  readonly created_time: number
  /** Null until it is run. */
  readonly started_time: number | null
  /** A state that it was put into and stays in; null for all that time leads to. */
  readonly held: 'PAUSED' | 'FAILED' | null
}

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], UploadRow>(
    'SELECT * FROM customer_list_uploads WHERE id = ? AND customer_list_id = ?',
  ),
  insert: inserter<UploadRow>(db, 'customer_list_uploads'),
  start: db.prepare<UploadRow>(
    'UPDATE customer_list_uploads SET started_time = @started_time, held = @held WHERE id = @id',
  ),
}))

/** The upload of that id for that list. */
export const findUpload = (db: Database, listId: string, id: string): UploadRow | undefined =>
  statements(db).byId.get(id, listId)

/** The `seq` of the next upload. */
export const nextUploadSequence = (db: Database): number => nextSequence(db, 'customer_list_uploads')

/** Stores a new upload. */
export const insertUpload = (db: Database, row: UploadRow): void => statements(db).insert(row)

/** Stores when the upload was run, and the state that it is held in. */
export const startUpload = (db: Database, row: UploadRow): void => void statements(db).start.run(row)
