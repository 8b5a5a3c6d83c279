import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ownerIdOf, seedOwner } from '#server/resources/accounts/users/seed.ts'
import { createCatalogReport } from './service.ts'

const CatalogReportSeed = z.strictObject({ report_type: z.enum(['DISTRIBUTION_ISSUES', 'ALL_ITEMS']) })

/** The seed section of reports, each on a retail catalog. */
export const catalogReportSeed = seedSection({
  name: 'catalog_reports',
  creation: CatalogReportSeed,
  shape: { ...seedOwner, catalog: aliasOf('catalogs') },
  create(context, { owner, catalog, ...item }) {
    const { world, idNamed, parsed } = context
    const report = { ...parsed(CatalogReportSeed, item), catalog_id: idNamed('catalogs', catalog) }
    return { id: createCatalogReport(world, { id: ownerIdOf(context, owner) }, { catalog_type: 'RETAIL', report }).id }
  },
})
