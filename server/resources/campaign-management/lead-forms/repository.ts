import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'
import type { LeadForm } from './schema.ts'

/** A lead form as it is stored: the columns that queries use, and the JSON text for responses. */
export interface LeadFormRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: LeadForm['status']
  readonly json: string
}

/** The table of lead forms. */
export const leadFormTable = accountTable<LeadFormRow>('lead_forms')

/** The filters of a list of lead forms. */
export interface LeadFormFilter {
  readonly ad_account_id: string
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of an ad account's lead forms in the order of their ids. */
export const listLeadForms = (
  db: Database,
  { ad_account_id, order }: LeadFormFilter,
  page: PageRange,
): readonly LeadFormRow[] =>
  leadFormTable.page(db, {
    columns: ['ad_account_id'],
    ranges: [[ad_account_id]],
    descending: order === 'DESCENDING',
    ...page,
  })
