import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { rootTable } from '#db/table.ts'

/** A video as it is stored. */
export interface MediaRow {
  readonly seq: number
  readonly id: string
  readonly media_type: 'video'
  /** Unix seconds. */
  readonly registered_at: number
  /** A status that a direct edit has fixed; null while the status follows from the time. */
  readonly held: 'failed' | null
  /** Whether the uploaded file is not a video. */
  readonly is_broken: 0 | 1
}

/** The table of videos. */
export const mediaTable = rootTable<MediaRow>('media', { updates: ['registered_at', 'held', 'is_broken'] })

/** Returns one page of videos in the order of their ids. */
export const listMedia = (db: Database, page: PageRange): readonly MediaRow[] =>
  mediaTable.page(db, { columns: ['media_type'], ranges: [['video']], ...page })
