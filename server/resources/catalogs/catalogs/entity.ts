import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import { microsecondsTimeOf } from '#server/domain/time/clock.ts'
import type { Catalog, CatalogCreate } from './schema.ts'

/** Returns the catalog that a creation stores. */
export function newCatalog(item: CatalogCreate, { id, now }: { readonly id: string; readonly now: number }): Catalog {
  const at = microsecondsTimeOf(now)
  return { created_at: at, id, updated_at: at, catalog_type: item.catalog_type, name: item.name }
}

const typeNames = {
  RETAIL: 'Retail catalog',
  HOTEL: 'Hotel catalog',
  CREATIVE_ASSETS: 'Creative assets catalog',
} as const satisfies Record<CatalogType, string>

/** Returns the creation of the catalog that a business gets with its first feed or item of a type. */
export const defaultCatalog = (catalog_type: CatalogType): CatalogCreate => ({
  catalog_type,
  name: typeNames[catalog_type],
})
