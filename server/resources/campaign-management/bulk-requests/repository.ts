import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** A bulk request as it is stored. */
export interface BulkRequestRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly type: 'DOWNLOAD' | 'UPSERT'
  /** The request as JSON text; `{}` of an upsert. */
  readonly request: string
  /** The results of an upsert's `items` as JSON text; `{}` of a download. */
  readonly results: string
  readonly created_time: number
  /** A state that a direct edit has fixed; null while the state follows from the time. */
  readonly held: 'FAILED' | null
}

/** The table of bulk requests. */
export const bulkRequestTable = accountTable<BulkRequestRow>('bulk_requests', { updates: ['created_time', 'held'] })

/** What decided the delivery of an entity until a moment. */
export interface PastRow {
  readonly entity_id: string
  readonly until: number
  readonly state: string
}

const statements = perDb((db) => ({
  past: db.prepare<[string, string], PastRow>(
    'SELECT entity_id, until, state FROM delivery_history WHERE ad_account_id = ? AND entity_id = ? ORDER BY until',
  ),
  latest: db.prepare<[string], { readonly entity_id: string; readonly until: number }>(
    'SELECT entity_id, max(until) AS until FROM delivery_history WHERE ad_account_id = ? GROUP BY entity_id',
  ),
}))

/** Returns what an entity was before each of its changes, in their order. */
export const pastOf = (db: Database, accountId: string, id: string): readonly PastRow[] =>
  statements(db).past.all(accountId, id)

/** Returns when each entity of an account last changed, as far as its delivery depends on it. */
export const latestChanges = (db: Database, accountId: string): ReadonlyMap<string, number> =>
  new Map(
    statements(db)
      .latest.all(accountId)
      .map(({ entity_id, until }) => [entity_id, until]),
  )
