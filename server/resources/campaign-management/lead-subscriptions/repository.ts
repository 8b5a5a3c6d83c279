import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** A subscription to leads as it is stored: the columns that queries use, and the JSON text for responses. */
export interface LeadSubscriptionRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  /** Null for all lead forms of the ad account. */
  readonly lead_form_id: string | null
  readonly json: string
}

/** The table of subscriptions to leads. */
export const leadSubscriptionTable = accountTable<LeadSubscriptionRow>('lead_subscriptions', { updates: ['json'] })

const statements = perDb((db) => ({
  ofForm: db.prepare<[string, string | null], LeadSubscriptionRow>(
    'SELECT * FROM lead_subscriptions WHERE ad_account_id = ? AND lead_form_id IS ? ORDER BY seq',
  ),
}))

/** Returns the ad account's subscriptions to a lead form; for null, to all of them. */
export const subscriptionsTo = (
  db: Database,
  accountId: string,
  leadFormId: string | null,
): readonly LeadSubscriptionRow[] => statements(db).ofForm.all(accountId, leadFormId)

/** Returns the subscriptions that a lead of a form is delivered to, that of the form first. */
export const subscriptionsFor = (db: Database, accountId: string, leadFormId: string): readonly LeadSubscriptionRow[] =>
  [leadFormId, null].flatMap((id) => subscriptionsTo(db, accountId, id))
