import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { feedProcessingResults } from '../feed-processing-results/resource.ts'
import { feeds } from '../feeds/resource.ts'
import { items } from '../items/resource.ts'
import { productGroups } from '../product-groups/resource.ts'

/** The id range of reports on catalogs, which stand in the URLs of their files. */
export const catalogReportIdRange = idRange('catalog_report', 7_210_400_000_000n)

/** The error for a token of no report. */
export const catalogReportErrors = namedErrors({
  'catalog_report.token': {
    status: 400,
    code: 1104,
    message: 'The token you provided is not valid or has expired.',
    evidence: 'documented',
    source: 'F89: S523 reports/get',
    passes:
      'A token that POST /v5/catalogs/reports returned less than a day ago, of a feed or product group that is there.',
  },
})

/** The reports on catalogs, and the counts that they have. */
export const catalogReports: Resource = {
  name: 'catalog_reports',
  parents: [users, adAccounts, catalogs, items, feeds, feedProcessingResults, productGroups],
  tags: { catalog_reports: 'Reports on the items and issues of a catalog.' },
  ids: [catalogReportIdRange],
  errors: catalogReportErrors,
  states: ['IN_PROGRESS', 'FINISHED'],
  operations: {
    'reports/create': { precondition: true },
    'reports/get': { precondition: true },
    'reports/stats': { precondition: true },
  },
  routes: async () => (await import('./routes.ts')).catalogReportRoutes,
  seed: async () => (await import('./seed.ts')).catalogReportSeed,
}
