import type { Database } from '#db/database.ts'
import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import type { ItemAttributes } from '#server/domain/catalogs/item-columns.ts'
import { checkHotel } from '#server/domain/catalogs/validation/check-hotel.ts'
import { checkProduct, isChecked } from '#server/domain/catalogs/validation/check-product.ts'
import { findItem, removeItem, upsertItems } from '../items/repository.ts'
import type { CatalogMarket, ItemRow } from '../items/rows.ts'
import { issueEvent, refusal } from './events.ts'
import type { ItemOperation } from './operations.ts'
import type { ItemEvent } from './schema.ts'

/** What became of one item of a batch. */
export interface ItemRecord {
  readonly key: string
  readonly errors: readonly ItemEvent[]
  readonly warnings: readonly ItemEvent[]
}

/** Where the items of a batch are stored. */
export interface BatchPlace {
  readonly db: Database
  readonly catalogMarket: CatalogMarket
  readonly catalogType: CatalogType
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Carries out one operation of a batch, unless the item is there or is not, or its attributes are not valid. */
export function carryOut(place: BatchPlace, operation: ItemOperation): ItemRecord {
  const { key } = operation
  const refused = (event: ItemEvent): ItemRecord => ({ key, errors: [event], warnings: [] })
  const find = (): ItemRow | undefined => findItem(place.db, place.catalogMarket, key)
  switch (operation.operation) {
    case 'DELETE':
    case 'DELETE_DISCONTINUED':
      if (!removeItem(place.db, place.catalogMarket, key)) return refused(refusal(place.catalogType, 'missing'))
      return { key, errors: [], warnings: [] }
    case 'CREATE':
      if (find() !== undefined) return refused(refusal(place.catalogType, 'taken'))
      return store(place, key, operation.attributes)
    case 'UPSERT':
      return store(place, key, operation.attributes)
    case 'UPDATE': {
      const stored = find()
      if (stored === undefined) return refused(refusal(place.catalogType, 'missing'))
      return store(place, key, updated(JSON.parse(stored.json), operation), stored)
    }
  }
}

/** Returns attributes after an update: those that are sent, without those that its mask names and it does not send. */
function updated(before: ItemAttributes, { attributes, mask }: ItemOperation): ItemAttributes {
  const taken = mask.filter((name) => attributes[name] === undefined)
  const kept = Object.entries(before).filter(([name]) => !taken.includes(name))
  return { ...Object.fromEntries(kept), ...attributes }
}

function store(
  { db, catalogMarket, catalogType, now }: BatchPlace,
  key: string,
  attributes: ItemAttributes,
  before?: ItemRow,
): ItemRecord {
  const { item, errors, warnings } = checked(catalogType, key, attributes)
  // An update leaves the item to the feed that brings it, with the time at which it did.
  const arrival =
    before === undefined || before.feed_id === null
      ? { feedId: null, at: now }
      : { feedId: before.feed_id, at: before.updated_at }
  if (errors.length === 0) upsertItems(db, catalogMarket, [{ key, attributes: item }], arrival)
  return { key, errors, warnings }
}

function checked(catalogType: CatalogType, key: string, attributes: ItemAttributes) {
  const isHotel = catalogType === 'HOTEL'
  const { item, errors, warnings } = isHotel
    ? checkHotel({ ...attributes, hotel_id: key })
    : checkProduct({ ...attributes, id: key }, { catalogType })
  return {
    item: isHotel ? present(attributes) : { ...present(attributes, isChecked), ...item },
    errors: errors.map((issue) => issueEvent(catalogType, issue, 'ERROR')),
    warnings: warnings.map((issue) => issueEvent(catalogType, issue, 'WARN')),
  }
}

/** Returns the attributes that have a value as they were sent, such as save_pin_disabled, less those that a check knows. */
const present = (attributes: ItemAttributes, isKnown = (_name: string) => false): ItemAttributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => value != null && name !== 'id' && !isKnown(name)),
  )
