import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'
import type { FeedOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { idOf } from '#server/domain/ids.ts'
import { processingResultIdRange } from './resource.ts'
import type { ProcessingStatus } from './schema.ts'

/** A processing of a feed as it is stored. */
export interface ProcessingResultRow {
  readonly seq: number
  readonly id: string
  readonly feed_id: string
  /** Unix seconds. */
  readonly created: number
  /** Unix seconds, by which the state follows from the clock. */
  readonly started: number
  /** A state that a direct edit has fixed; null while the state follows from the time. */
  readonly held: ProcessingStatus | null
  /** What it came to, as JSON text; null until the feed was read. */
  readonly outcome: string | null
  /** What it had come to before a direct edit put it back into process, as JSON text; null where none has. */
  readonly set_aside: string | null
  /** When its items were stored, in milliseconds since 1970; 0 until then. */
  readonly ingested_at: number
}

/** The table of the processings of all feeds. */
export const processingResultTable = childTable<ProcessingResultRow>('feed_id', 'feed_processing_results', {
  updates: ['started', 'held', 'outcome', 'set_aside', 'ingested_at'],
})

const statements = perDb((db) => ({
  openOf: db.prepare<[string], ProcessingResultRow>(
    `SELECT r.* FROM feeds AS f CROSS JOIN feed_processing_results AS r ON r.feed_id = f.id AND r.outcome IS NULL
     WHERE f.owner_id = ? ORDER BY r.started, r.seq`,
  ),
  ahead: db.prepare<[string, number], ProcessingResultRow>(
    `SELECT r.* FROM feeds AS f CROSS JOIN feed_processing_results AS r ON r.feed_id = f.id AND r.outcome IS NULL
     WHERE f.owner_id = ? AND r.started > ?`,
  ),
  lastSuccess: db
    .prepare<[string], string>(
      `SELECT outcome FROM feed_processing_results
       WHERE feed_id = ? AND outcome ->> '$.status' IN ('COMPLETED', 'COMPLETED_EARLY') ORDER BY seq DESC LIMIT 1`,
    )
    .pluck(),
  latest: db
    .prepare<[string], number | null>('SELECT max(ingested_at) FROM feed_processing_results WHERE feed_id = ?')
    .pluck(),
}))

/** Stores a processing of a feed by the times of its creation and its beginning. */
export function insertProcessing(
  db: Database,
  feedId: string,
  times: Pick<ProcessingResultRow, 'created' | 'started'>,
): ProcessingResultRow {
  const seq = processingResultTable.nextSequence(db)
  const unread = { held: null, outcome: null, set_aside: null, ingested_at: 0 }
  return processingResultTable.insert<ProcessingResultRow>(db, {
    seq,
    id: idOf(processingResultIdRange, seq),
    feed_id: feedId,
    ...times,
    ...unread,
  })
}

/** Returns when items of a feed were last stored, in milliseconds since 1970; 0 where none were. */
export const latestIngestion = (db: Database, feedId: string): number => statements(db).latest.get(feedId) ?? 0

/** Returns the processings of a business's feeds that have not been read yet, in the order in which they began. */
export const openProcessings = (db: Database, ownerId: string): readonly ProcessingResultRow[] =>
  statements(db).openOf.all(ownerId)

/** Returns the processings of a business's feeds that have not been read yet and begin after a time in Unix seconds. */
export const aheadProcessings = (db: Database, ownerId: string, time: number): readonly ProcessingResultRow[] =>
  statements(db).ahead.all(ownerId, time)

/** Returns what the last successful processing of a feed came to. */
export function lastSuccess(db: Database, feedId: string): FeedOutcome | undefined {
  const text = statements(db).lastSuccess.get(feedId)
  return text === undefined ? undefined : JSON.parse(text)
}

/** Returns one page of the processings of a feed, the newest first. */
export const listProcessings = (db: Database, feedId: string, page: PageRange): readonly ProcessingResultRow[] =>
  processingResultTable.pageWithin(db, feedId, { ...page, descending: true })
