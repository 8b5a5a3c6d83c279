import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'

/** A video as it is stored. */
export interface MediaRow {
  readonly seq: number
  readonly id: string
  readonly media_type: 'video'
  /** Unix seconds. */
  readonly registered_at: number
  /** A state that it was put into and stays in; null for all that time leads to. */
  readonly held: 'failed' | null
  /** Whether what was uploaded for it is no video. */
  readonly is_broken: 0 | 1
}

const statements = perDb((db) => ({
  byId: db.prepare<[string], MediaRow>('SELECT * FROM media WHERE id = ?'),
  insert: inserter<MediaRow>(db, 'media'),
  update: db.prepare<MediaRow>(
    'UPDATE media SET registered_at = @registered_at, held = @held, is_broken = @is_broken WHERE id = @id',
  ),
}))

/** The video of that id. */
export const findMedia = (db: Database, id: string): MediaRow | undefined => statements(db).byId.get(id)

/** The `seq` of the next video. */
export const nextMediaSequence = (db: Database): number => nextSequence(db, 'media')

/** Stores a registered video. */
export const insertMedia = (db: Database, row: MediaRow): void => statements(db).insert(row)

/** Stores when a video was registered, the state that it is held in, and whether its file is one. */
export const storeRegistration = (db: Database, row: MediaRow): void => void statements(db).update.run(row)

/** One page of videos in the order of their ids. */
export const listMedia = (db: Database, page: { after?: number | undefined; limit: number }): readonly MediaRow[] =>
  keysetPage(db, { table: 'media', select: 't.*', columns: ['media_type'], ranges: [['video']], ...page })
