import { z } from 'zod'
import { entityOwner } from '#server/collections/entity-routes.ts'
import { userOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { catalogTable } from './repository.ts'
import { catalogErrors } from './resource.ts'

const longestId = 19

/** The parameters of paths below a catalog. */
export const CatalogPath = z.object({
  catalog_id: z.string().regex(/^\d+$/).max(longestId),
})

/** The owner of collections below `/catalogs/{catalog_id}`: a catalog of the business. */
export const catalogOwner = entityOwner({
  owner: userOwner,
  table: catalogTable,
  path: CatalogPath,
  notFound: catalogErrors['catalog.path'],
})
