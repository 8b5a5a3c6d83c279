import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** A lead as it is stored. */
export interface LeadRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly lead_form_id: string
  /** Null where the lead came of no ad, as those of tests do. */
  readonly ad_id: string | null
  readonly is_test: 0 | 1
  /** Unix seconds. */
  readonly created_time: number
  readonly json: string
}

/** The table of leads. */
export const leadTable = accountTable<LeadRow>('leads', { updates: [] })

const statements = perDb((db) => ({
  byId: db.prepare<[string], LeadRow>('SELECT * FROM leads WHERE id = ?'),
  ofAd: db.prepare<[string, number, number, number, number], LeadRow>(
    'SELECT * FROM leads WHERE ad_id = ? AND seq > ? AND created_time BETWEEN ? AND ? ORDER BY seq LIMIT ?',
  ),
  latest: db.prepare<[number], LeadRow>('SELECT * FROM (SELECT * FROM leads ORDER BY seq DESC LIMIT ?) ORDER BY seq'),
}))

/** Returns the lead of an id, of any ad account. */
export const leadOfId = (db: Database, id: string): LeadRow | undefined => statements(db).byId.get(id)

/** Returns the latest leads of all ad accounts, in the order of their ids. */
export const listLeads = (db: Database, limit: number): readonly LeadRow[] => statements(db).latest.all(limit)

/** The leads of an ad within two moments, both included. */
export interface LeadsOfAd {
  readonly adId: string
  readonly from: number
  readonly to: number
}

const batch = 500

/** Yields the leads of an ad, a batch at a time. */
export async function* leadsOfAd(readable: () => Database, { adId, from, to }: LeadsOfAd): AsyncGenerator<LeadRow[]> {
  let after = 0
  for (;;) {
    const rows = statements(readable()).ofAd.all(adId, after, from, to, batch)
    yield rows
    if (rows.length < batch) return
    after = rows.at(-1)?.seq ?? after
  }
}
