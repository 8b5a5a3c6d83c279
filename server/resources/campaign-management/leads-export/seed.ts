import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LeadsExportCreate } from './schema.ts'
import { createLeadsExport } from './service.ts'

/** The seed section of exports of leads, each of an ad. */
export const leadsExportSeed = seedSection({
  name: 'leads_export',
  creation: LeadsExportCreate,
  suppliedByAlias: ['ad_id'],
  shape: { ad: aliasOf('ads') },
  create({ world, named, parsed }, { ad, ...item }) {
    const { id: ad_id, account } = named('ads', ad)
    return { id: createLeadsExport(world, account, parsed(LeadsExportCreate, { ...item, ad_id })).id, account }
  },
})
