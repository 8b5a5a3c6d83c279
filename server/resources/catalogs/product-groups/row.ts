import { canonicalFilters, type Filters } from '#server/domain/catalogs/filters.ts'
import { scopeOf } from './entity.ts'
import type { ProductGroupRow } from './repository.ts'
import type { StoredProductGroup } from './schema.ts'

/** What the row of a product group has beside it. */
type Kept = Pick<ProductGroupRow, 'seq' | 'owner_id' | 'created_at' | 'updated_at'>

/** Returns the row of a product group. */
export const rowOf = (group: StoredProductGroup, { seq, owner_id, created_at, updated_at }: Kept): ProductGroupRow => ({
  seq,
  id: group.id,
  owner_id,
  catalog_id: group.catalog_id,
  feed_id: group.catalog_type === 'RETAIL' ? group.feed_id : null,
  created_at,
  updated_at,
  scope: scopeOf(group),
  name: group.name,
  filters: canonicalFilters(group.filters as Filters),
  json: JSON.stringify(group),
})
