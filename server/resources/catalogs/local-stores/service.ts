import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import type { CatalogRow } from '../catalogs/repository.ts'
import { changedLocalStore, newLocalStore } from './entity.ts'
import { findStoreByCode, type LocalStoreRow, localStoreTable } from './repository.ts'
import { localStoreIdRange } from './resource.ts'
import { localStoreExists, localStoreRules } from './rules.ts'
import type { LocalStore, LocalStoreCreate, LocalStoreUpdate } from './schema.ts'

/** Names a catalog. */
type CatalogName = Pick<CatalogRow, 'id'>

/** Creates one store of a catalog, unless a rule refuses it. */
export function createStore(world: World, catalog: CatalogName, item: LocalStoreCreate): Outcome<LocalStoreRow> {
  const { db, rules, clock } = world
  const { store_code } = item
  const namesake = findStoreByCode(db, catalog.id, store_code)
  const violations = rules.evaluate(localStoreRules, { store_code, namesake })
  if (violations.length > 0) return { violations }
  const seq = localStoreTable.nextSequence(db)
  const store = newLocalStore(item, { id: idOf(localStoreIdRange, seq), now: clock.seconds() })
  return { row: localStoreTable.insertEntity(db, store, { seq, catalog_id: catalog.id }) }
}

/** Changes one store of a catalog, unless a rule refuses it. */
export function changeStore(world: World, catalog: CatalogName, item: LocalStoreUpdate): Outcome<LocalStoreRow> {
  const { db, rules, clock } = world
  const row = localStoreTable.find(db, catalog.id, item.id)
  if (row === undefined) return { violations: rules.evaluate([localStoreExists], { found: row }) }
  const after = changedLocalStore(JSON.parse(row.json), item, clock.seconds())
  const other = findStoreByCode(db, catalog.id, after.store_code)
  const namesake = other?.id === row.id ? undefined : other
  const violations = rules.evaluate(localStoreRules, { store_code: after.store_code, namesake })
  return violations.length > 0 ? { violations } : { row: saveStore(world, row, after) }
}

/** Stores a store that has changed. */
export const saveStore = ({ db }: World, { seq, catalog_id }: LocalStoreRow, after: LocalStore): LocalStoreRow =>
  localStoreTable.updateEntity(db, after, { seq, catalog_id })

/** Deletes one store of a catalog with its local inventory, unless there is none of that id. */
export function removeStore({ db, rules }: World, catalog: CatalogName, id: string): Outcome<LocalStoreRow> {
  const row = localStoreTable.find(db, catalog.id, id)
  if (row === undefined) return { violations: rules.evaluate([localStoreExists], { found: row }) }
  localStoreTable.remove(db, id)
  return { row }
}
