import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { delivery } from '../delivery/resource.ts'
import { reports } from '../reports/resource.ts'

/** The id range of report templates: S523 has 6739202847590 as an example. */
export const reportTemplateIdRange = idRange('template', 6_739_202_000_000n)

/** The error for an unknown id of a report template in a path. */
export const reportTemplateErrors = namedErrors({
  'report_template.path': assumedNotFound('Template not found.'),
})

/** The report templates resource, which the API only reads: people save templates in Ads Manager. */
export const reportTemplates: Resource = {
  name: 'report_templates',
  parents: [adAccounts, users, delivery, reports],
  ids: [reportTemplateIdRange],
  errors: reportTemplateErrors,
  operations: {
    'templates/list': {},
    'analytics/create_template_report': {},
  },
  routes: async () => (await import('./routes.ts')).reportTemplateRoutes,
  rules: async () => (await import('./rules.ts')).templateReportRules,
  seed: async () => (await import('./seed.ts')).reportTemplateSeed,
  edits: async () => (await import('./admin.ts')).reportTemplateKind,
}
