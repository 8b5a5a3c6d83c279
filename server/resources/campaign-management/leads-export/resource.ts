import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { ads } from '../ads/resource.ts'
import { leadForms } from '../lead-forms/resource.ts'
import { leads } from '../leads/resource.ts'

/** The id range of exports of leads. */
export const leadsExportIdRange = idRange('leads_export', 123_400_000_000n)

/** The error for an unknown id of an export in a path. */
export const leadsExportErrors = namedErrors({
  'leads_export.path': {
    status: 404,
    code: 404,
    message: 'Invalid leads export id parameter.',
    evidence: 'documented',
    source: 'S523 leads_export/get',
    passes: 'The id that the creation of an export in this ad account answered.',
  },
})

/** The resource of exports of leads. */
export const leadsExport: Resource = {
  name: 'leads_export',
  parents: [adAccounts, leadForms, ads, leads],
  tags: { leads_export: 'Exports of leads: CSV files of the leads of an ad.' },
  ids: [leadsExportIdRange],
  errors: leadsExportErrors,
  operations: { 'leads_export/create': {}, 'leads_export/get': {} },
  states: ['IN_PROGRESS', 'FINISHED'],
  routes: async () => (await import('./routes.ts')).leadsExportRoutes,
  rules: async () => (await import('./rules.ts')).leadsExportRules,
  seed: async () => (await import('./seed.ts')).leadsExportSeed,
  edits: async () => (await import('./admin.ts')).leadsExportKind,
}
