import { routesFor } from '#server/collections/routes-for.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { userOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { catalogTable } from './repository.ts'
import { Catalog, CatalogCreate, CatalogListQuery, CatalogPage } from './schema.ts'
import { createCatalog } from './service.ts'

const catalogs = routesFor({ owner: userOwner, table: catalogTable })

/** Adds the operations on catalogs. */
export function catalogRoutes(app: Operations): void {
  app.operation('catalogs/list', {
    summary: 'List catalogs',
    description: 'Returns a page of the catalogs of a business, ordered by id.',
    ...catalogs.list(CatalogListQuery, CatalogPage),
  })

  app.operation('catalogs/create', {
    summary: 'Create a catalog',
    description: 'Creates a catalog of the business.',
    ...catalogs.create(CatalogCreate, Catalog, createCatalog),
  })
}
