import type { Owned } from '#server/collections/owner.ts'
import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import { type Filters, isUsable, namedFilters } from '#server/domain/catalogs/filters.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type CatalogRow, catalogTable } from '../catalogs/repository.ts'
import { requireFeed } from '../feeds/service.ts'
import { productGroupDeleteRules, productGroupUpdateRules, type StoredGroupFacts } from './change-rules.ts'
import { changedProductGroup, newProductGroup } from './entity.ts'
import { filterRules } from './filter-rules.ts'
import { storedFilters } from './filter-schema.ts'
import { findNamesake, findSameFilters, isPromoted, type ProductGroupRow, productGroupTable } from './repository.ts'
import { productGroupErrors, productGroupIdRange } from './resource.ts'
import { rowOf } from './row.ts'
import { type ProductGroupFacts, productGroupMerchantRules, productGroupRules } from './rules.ts'
import type { ProductGroupCreate, ProductGroupUpdate, StoredProductGroup } from './schema.ts'
import { canRefer } from './selection.ts'

/** Returns the business's product group with this id; throws 404 where it has none. */
export const requireProductGroup = ({ db }: World, { id: ownerId }: Owned, id: string): ProductGroupRow =>
  found(productGroupTable.find(db, ownerId, id), productGroupErrors['product_group.path'])

/** Returns the business's catalog with this id, and of this type; throws 404 where it has none. */
export function requireCatalog({ db }: World, { id: ownerId }: Owned, id: string, type?: CatalogType): CatalogRow {
  const catalog = catalogTable.find(db, ownerId, id)
  const isMeant = type === undefined || catalog?.catalog_type === type
  return found(isMeant ? catalog : undefined, productGroupErrors['product_group.catalog'])
}

const assertMayWrite = (world: World, { id }: Owned): void =>
  world.rules.assert(productGroupMerchantRules, { merchant: merchantOf(world, id) })

/** Creates one product group of a business; throws when a rule refuses it. */
export function createProductGroup(world: World, owner: Owned, item: ProductGroupCreate): ProductGroupRow {
  const { db, clock } = world
  assertMayWrite(world, owner)
  const { catalog, feedId } = requireSource(world, owner, item)
  const seq = productGroupTable.nextSequence(db)
  const context = { id: idOf(productGroupIdRange, seq), feed_id: feedId }
  const now = clock.milliseconds()
  const { id: catalog_id, catalog_type } = catalog
  const group = newProductGroup(item, { ...context, catalog_id, catalog_type })
  const row = rowOf(group, { seq, owner_id: owner.id, created_at: now, updated_at: now })
  world.rules.assert(productGroupRules, factsOf(world, row, group))
  return productGroupTable.insert(db, row)
}

/** Changes a product group of a business; throws when there is none with the id, or a rule refuses it. */
export function changeProductGroup(world: World, owner: Owned, id: string, item: ProductGroupUpdate): ProductGroupRow {
  assertMayWrite(world, owner)
  const stored = requireProductGroup(world, owner, id)
  const sentType = 'catalog_type' in item ? item.catalog_type : undefined
  world.rules.assert(productGroupUpdateRules, { ...storedFacts(world, stored), sentType })
  const before: StoredProductGroup = JSON.parse(stored.json)
  const group = changedProductGroup(before, item)
  const row = rowOf(group, { ...stored, updated_at: world.clock.milliseconds() })
  const sentPlace = 'country' in item || 'locale' in item ? item : undefined
  const isInternational = isWithoutPlace(before)
  const facts = { ...factsOf(world, row, group), isInternational, sentPlace }
  // What its filters refer to may have been deleted since: that does not concern another change.
  const unchanged = item.filters === undefined && { isUsable: true, fitsCatalog: true }
  world.rules.assert(productGroupRules, { ...facts, ...unchanged })
  return productGroupTable.update(world.db, row)
}

/** Deletes product groups of a business; throws when it does not have one of them, or a rule refuses it. */
export function deleteProductGroups(world: World, owner: Owned, ids: readonly string[]): void {
  assertMayWrite(world, owner)
  for (const id of new Set(ids)) {
    const stored = requireProductGroup(world, owner, id)
    world.rules.assert(productGroupDeleteRules, storedFacts(world, stored))
    productGroupTable.remove(world.db, id)
  }
}

/** What a request names as the source of items: a catalog, a feed, or a feed of a catalog. */
export interface NamedSource {
  /** The type that the catalog must have. */
  readonly catalog_type?: CatalogType | undefined
  readonly catalog_id?: string | undefined
  readonly feed_id?: string | undefined
}

/** Returns the catalog, and the feed, that a request names; throws 404 where the business does not have it. */
export function requireSource(
  world: World,
  owner: Owned,
  { catalog_type, catalog_id, feed_id }: NamedSource,
): { readonly catalog: CatalogRow; readonly feedId: string | null } {
  if (feed_id === undefined)
    return { catalog: requireCatalog(world, owner, catalog_id ?? '', catalog_type), feedId: null }
  const feed = requireFeed(world, owner.id, feed_id)
  return { catalog: requireCatalog(world, owner, feed.catalog_id), feedId: feed.id }
}

/** Refuses filters of a request that choose nothing, refer to product groups that are not there, or are of another type. */
export const assertUsable = (world: World, owner: Owned, filters: Filters, type: CatalogType): void =>
  world.rules.assert(filterRules, {
    filters,
    isUsable: areUsable(world, owner, '', filters),
    fitsCatalog: fits(filters, type),
  })

const fits = (filters: Filters, type: CatalogType): boolean => storedFilters[type].safeParse(filters).success

/** Whether a product group of a retail catalog is for no country. */
const isWithoutPlace = (group: StoredProductGroup): boolean =>
  group.catalog_type === 'RETAIL' && group.feed_id === null && group.country === null && group.locale === null

/** Returns the facts of a product group as a creation has them; an update knows more of the place. */
function factsOf(world: World, row: ProductGroupRow, group: StoredProductGroup): ProductGroupFacts {
  const { db } = world
  const filters = group.filters as Filters
  const isOfCatalog = group.catalog_type === 'RETAIL' && group.feed_id === null
  return {
    name: row.name,
    filters,
    isUsable: areUsable(world, { id: row.owner_id }, row.id, filters),
    fitsCatalog: fits(filters, group.catalog_type),
    namesake: findNamesake(db, row),
    sameFilters: findSameFilters(db, row),
    place: isOfCatalog ? { country: group.country, locale: group.locale } : undefined,
    isInternational: false,
    sentPlace: undefined,
  }
}

const mostFilters = 250

function areUsable({ db }: World, owner: Owned, id: string, filters: Filters): boolean {
  const { named } = namedFilters(filters)
  return named.length <= mostFilters && named.every(isUsable) && canRefer(db, owner.id, id, filters)
}

function storedFacts({ db }: World, { id, json }: ProductGroupRow): StoredGroupFacts {
  const { type, catalog_type }: { readonly type?: string; readonly catalog_type: CatalogType } = JSON.parse(json)
  return { type, catalogType: catalog_type, isPromoted: isPromoted(db, id) }
}
