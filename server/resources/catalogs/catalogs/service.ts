import type { Owned } from '#server/collections/owner.ts'
import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { defaultCatalog, newCatalog } from './entity.ts'
import { type CatalogRow, catalogTable, findDefaultCatalog } from './repository.ts'
import { catalogIdRange } from './resource.ts'
import type { CatalogCreate } from './schema.ts'

/** Creates one catalog of a business. */
export function createCatalog({ db, clock }: World, { id: owner_id }: Owned, item: CatalogCreate): CatalogRow {
  const seq = catalogTable.nextSequence(db)
  const catalog = newCatalog(item, { id: idOf(catalogIdRange, seq), now: clock.milliseconds() })
  return catalogTable.insertEntity(db, catalog, { seq, owner_id })
}

/** Returns the default catalog of a business for a type; creates it where there is none. */
export const findOrCreateCatalog = (world: World, owner: Owned, type: CatalogType): CatalogRow =>
  findDefaultCatalog(world.db, owner.id, type) ?? createCatalog(world, owner, defaultCatalog(type))
