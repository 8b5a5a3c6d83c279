import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** An invoice as it is stored. */
export interface BillingInvoiceRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly json: string
}

/** The table of invoices. */
export const billingInvoiceTable = accountTable<BillingInvoiceRow>('billing_invoices')

const all = perDb((db) =>
  db.prepare<[string], BillingInvoiceRow>('SELECT * FROM billing_invoices WHERE ad_account_id = ? ORDER BY seq'),
)

/** Returns all invoices of an ad account: they are few, one for each month. */
export const invoicesOf = (db: Database, accountId: string): readonly BillingInvoiceRow[] => all(db).all(accountId)
