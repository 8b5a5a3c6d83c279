import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import { patched } from '#server/domain/patch.ts'
import type { ProductGroupCreate, ProductGroupUpdate, StoredProductGroup } from './schema.ts'

/** What a new product group has that its creation does not say. */
export interface ProductGroupContext {
  readonly id: string
  readonly catalog_id: string
  readonly catalog_type: CatalogType
  readonly feed_id: string | null
}

/** Returns the product group that a creation stores. */
export function newProductGroup(
  item: ProductGroupCreate,
  { id, catalog_id, catalog_type, feed_id }: ProductGroupContext,
): StoredProductGroup {
  const { name, description = null, filters } = item
  const named = { catalog_type, catalog_id, id, name, description }
  if (catalog_type === 'CREATIVE_ASSETS') return { ...named, filters } as StoredProductGroup
  const type = 'MERCHANT_CREATED'
  if (catalog_type === 'HOTEL') return { ...named, filters, type } as StoredProductGroup
  return {
    ...named,
    feed_id,
    filters,
    is_featured: 'is_featured' in item && item.is_featured === true,
    type,
    status: 'ACTIVE',
    country: ('country' in item && item.country) || null,
    locale: ('locale' in item && item.locale) || null,
  } as StoredProductGroup
}

/** Returns the product group after an update. */
export function changedProductGroup(before: StoredProductGroup, item: ProductGroupUpdate): StoredProductGroup {
  const after = {
    ...before,
    name: item.name ?? before.name,
    description: patched(item.description, before.description),
    filters: item.filters ?? before.filters,
  }
  if (before.catalog_type !== 'RETAIL') return after as StoredProductGroup
  return {
    ...after,
    ...('is_featured' in item && typeof item.is_featured === 'boolean' && { is_featured: item.is_featured }),
    ...('country' in item && item.country !== undefined && { country: item.country }),
    ...('locale' in item && item.locale !== undefined && { locale: item.locale }),
  } as StoredProductGroup
}

/** Returns what the name and the filters of a product group are unique in. */
export const scopeOf = (group: StoredProductGroup): string =>
  group.catalog_type === 'RETAIL' && group.feed_id === null
    ? [group.catalog_id, group.country, group.locale].join(' ')
    : group.catalog_type === 'RETAIL'
      ? `feed ${group.feed_id}`
      : group.catalog_id
