import { accountSeed } from '#server/contracts/seed-section.ts'
import { ReportTemplateCreate } from './schema.ts'
import { createReportTemplate } from './service.ts'

/** The seed section of report templates, each of an ad account. */
export const reportTemplateSeed = accountSeed('report_templates', ReportTemplateCreate, createReportTemplate, {
  lists: [{ operation: 'templates/list', query: { order: 'ASCENDING' } }],
})
