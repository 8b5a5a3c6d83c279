import type { Database } from '#db/database.ts'
import { type Filters, referredGroups } from '#server/domain/catalogs/filters.ts'
import { type Market, marketOf } from '#server/domain/catalogs/market.ts'
import { catalogTable } from '../catalogs/repository.ts'
import type { Selection, SelectionOf } from './matching.ts'
import { type ProductGroupRow, productGroupTable } from './repository.ts'
import type { StoredProductGroup } from './schema.ts'

/** How many product groups the filters of one may lead to, each counted as often as it is met. */
const mostReferences = 50

/** Returns what a product group selects. */
export function selectionOfGroup(db: Database, { owner_id, json }: ProductGroupRow): Selection | undefined {
  const group: StoredProductGroup = JSON.parse(json)
  const catalog = catalogTable.find(db, owner_id, group.catalog_id)
  if (catalog === undefined) return undefined
  return {
    catalog: catalog.seq,
    feedId: group.catalog_type === 'RETAIL' ? group.feed_id : null,
    market: marketOfGroup(group),
    filters: group.filters as Filters,
  }
}

function marketOfGroup(group: StoredProductGroup): Market | undefined {
  if (group.catalog_type !== 'RETAIL' || group.country === null || group.locale === null) return undefined
  return marketOf(group.country, group.locale)
}

/** Returns what finds the selections of the product groups to which filters refer, up to the number that is allowed. */
export function selectionsOf(db: Database, ownerId: string): SelectionOf {
  let left = mostReferences
  return (id) => {
    const row = left-- > 0 ? productGroupTable.find(db, ownerId, id) : undefined
    return row && selectionOfGroup(db, row)
  }
}

/**
 * Whether the product groups to which filters lead are there, do not lead back to the product group itself, and are few
 * enough.
 */
export function canRefer(db: Database, ownerId: string, id: string, filters: Filters): boolean {
  let left = mostReferences
  const pending = [...referredGroups(filters)]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const row = next === id || left-- <= 0 ? undefined : productGroupTable.find(db, ownerId, next)
    if (row === undefined) return false
    pending.push(...referredGroups((JSON.parse(row.json) as { readonly filters: Filters }).filters))
  }
  return true
}
