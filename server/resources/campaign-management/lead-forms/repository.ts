import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** A lead form as it is stored: the columns that queries use, and the JSON text for responses. */
export interface LeadFormRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly json: string
}

/** The table of lead forms. */
export const leadFormTable = accountTable<LeadFormRow>('lead_forms')

const byId = perDb((db) => db.prepare<[string], LeadFormRow>('SELECT * FROM lead_forms WHERE id = ?'))

/** Returns the lead form of an id, of any ad account. */
export const leadFormOfId = (db: Database, id: string): LeadFormRow | undefined => byId(db).get(id)
