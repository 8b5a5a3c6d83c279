import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { delivery } from '../delivery/resource.ts'
import { reports } from '../reports/resource.ts'

/** The resource of reports on brands, categories and SKUs. Their states, tokens and files are those of other reports. */
export const conversionProductReports: Resource = {
  name: 'conversion_product_reports',
  parents: [adAccounts, delivery, reports],
  operations: {
    'analytics/create_conversion_product_report': {},
    'analytics/get_conversion_product_report': {},
  },
  routes: async () => (await import('./routes.ts')).conversionProductReportRoutes,
  rules: async () => (await import('./rules.ts')).productReportRules,
}
