import { accountTable } from '#db/table.ts'

/** An export of leads as it is stored. Its file is computed when it is fetched. */
export interface LeadsExportRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly ad_id: string
  readonly start_date: string
  readonly end_date: string
  readonly created_time: number
  /** A state that a direct edit has fixed; null while the state follows from the time. */
  readonly held: 'FAILED' | null
}

/** The table of exports of leads. */
export const leadsExportTable = accountTable<LeadsExportRow>('leads_export', { updates: ['created_time', 'held'] })
