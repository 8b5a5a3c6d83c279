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
