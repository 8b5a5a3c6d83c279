import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import { hash } from '#server/domain/ids.ts'

/** The kinds of reports: of analytics, for marketing mix modeling, and of products in conversions. */
export type ReportType = 'report' | 'mmm' | 'conversion_product'

/** A report as it is stored. Its file is computed when it is fetched. */
export interface ReportRow {
  readonly seq: number
  /** A number of 16 digits, which stands in the URL of the file. */
  readonly id: string
  readonly token: string
  readonly ad_account_id: string
  readonly type: ReportType
  /** The request as JSON text, with what was absent filled in. */
  readonly request: string
  readonly request_hash: number
  readonly created_time: number
  /** Unix seconds; null until it was first answered as finished. Its figures are those of that moment. */
  readonly finished_time: number | null
  /** A state that a direct edit has fixed; null while the state follows from the time. */
  readonly held: 'FAILED' | 'CANCELLED' | null
}

/** The table of reports. */
export const reportTable = accountTable<ReportRow>('reports', { updates: ['created_time', 'finished_time', 'held'] })

const statements = perDb((db) => ({
  withToken: db.prepare<[string], ReportRow>('SELECT * FROM reports WHERE token = ?'),
  requested: db.prepare<[string, ReportType, number, string], ReportRow>(
    `SELECT * FROM reports WHERE ad_account_id = ? AND type = ? AND request_hash = ? AND request = ?
     ORDER BY seq DESC LIMIT 1`,
  ),
}))

/** Returns the report that has a token. */
export const reportWithToken = (db: Database, token: string): ReportRow | undefined =>
  statements(db).withToken.get(token)

/** Returns the hash by which reports of a request are found. */
export const requestHash = (request: string): number => hash(request)

/** Returns the newest report of a type that the account has of a request. */
export const reportOf = (db: Database, accountId: string, type: ReportType, request: string): ReportRow | undefined =>
  statements(db).requested.get(accountId, type, requestHash(request), request)
