import { accountTable } from '#db/table.ts'

/** A report template as it is stored. */
export interface ReportTemplateRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  /** The template as responses have it. */
  readonly json: string
}

/** The table of report templates. */
export const reportTemplateTable = accountTable<ReportTemplateRow>('report_templates')
