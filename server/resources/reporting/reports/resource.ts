import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { productGroupPromotions } from '#server/resources/campaign-management/product-group-promotions/resource.ts'
import { items } from '#server/resources/catalogs/items/resource.ts'
import { productGroups } from '#server/resources/catalogs/product-groups/resource.ts'
import { conversionEvents } from '#server/resources/conversions/conversion-events/resource.ts'
import { delivery } from '../delivery/resource.ts'

/** The id range of reports: numbers of 16 digits, which stand in the URLs of their files (F63). */
export const reportIdRange = idRange('report', 5_104_732_000_000_000n)

/** The error for a token that no report can have. */
export const reportErrors = namedErrors({
  'report.token': {
    status: 400,
    code: 1104,
    message: 'The token you provided is not valid or has expired.',
    evidence: 'assumed',
    source: 'S523 reports/get, of reports of catalogs; that others answer the same is assumed',
    passes: 'The token that the creation of a report answers, percent-encoded.',
  },
})

/** The resource of asynchronous reports. Those of other kinds share its table, states and files. */
export const reports: Resource = {
  name: 'reports',
  parents: [adAccounts, conversionEvents, items, productGroups, productGroupPromotions, delivery],
  ids: [reportIdRange],
  errors: reportErrors,
  operations: {
    'analytics/create_report': {},
    'analytics/get_report': {},
  },
  states: ['IN_PROGRESS', 'FINISHED'],
  routes: async () => (await import('./routes.ts')).reportRoutes,
  rules: async () => (await import('./rules.ts')).reportRules,
  edits: async () => (await import('./admin.ts')).reportKind,
}
