import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { delivery } from '../delivery/resource.ts'
import { reports } from '../reports/resource.ts'

/** The resource of reports for marketing mix modeling. Their states, tokens and files are those of other reports. */
export const mmmReports: Resource = {
  name: 'mmm_reports',
  parents: [adAccounts, delivery, reports],
  operations: {
    'analytics/create_mmm_report': {},
    'analytics/get_mmm_report': {},
  },
  routes: async () => (await import('./routes.ts')).mmmReportRoutes,
  rules: async () => (await import('./rules.ts')).mmmReportRules,
}
