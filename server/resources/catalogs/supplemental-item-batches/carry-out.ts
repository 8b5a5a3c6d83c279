import type { Database } from '#db/database.ts'
import type { ItemEvent } from '../item-batches/schema.ts'
import {
  findLocalItem,
  hasItem,
  type LocalAttributes,
  type LocalInventoryRow,
  localInventoryTable,
} from '../local-inventory-items/repository.ts'
import { storeLocalItem } from '../local-inventory-items/service.ts'
import { findStoreByCode } from '../local-stores/repository.ts'
import { checkedAttributes, type Refusal, refusal } from './events.ts'
import type { LocalInventoryOperation } from './schema.ts'

/** What became of one operation of a batch. */
export interface OperationRecord {
  readonly item_id: string
  readonly store_code: string
  readonly errors: readonly ItemEvent[]
  readonly warnings: readonly ItemEvent[]
}

/** Where the local inventory of a batch is stored. */
export interface InventoryPlace {
  readonly db: Database
  readonly catalogId: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Carries out one operation of a batch, unless what it is about is there or is not, or its attributes are not valid. */
export function carryOut(place: InventoryPlace, operation: LocalInventoryOperation): OperationRecord {
  const { db, catalogId, now: at } = place
  const { item_id, store_code } = operation
  const record = (errors: readonly ItemEvent[], warnings: readonly ItemEvent[] = []): OperationRecord => ({
    ...{ item_id, store_code },
    ...{ errors, warnings },
  })
  const store = findStoreByCode(db, catalogId, store_code)
  if (store === undefined) return record([refusal('no-store')])
  const stored = findLocalItem(db, store.id, item_id)
  const reason = reasonAgainst(operation.operation, stored, () => hasItem(db, catalogId, item_id))
  if (reason !== undefined) return record([refusal(reason)])
  if (operation.operation === 'DELETE') {
    if (stored !== undefined) localInventoryTable.remove(db, stored.id)
    return record([])
  }
  const { attributes, errors, warnings } = checkedAttributes(operation.attributes as Partial<LocalAttributes>)
  if (errors.length > 0) return record(errors, warnings)
  const kept = operation.operation === 'UPDATE' && stored !== undefined ? attributesOf(stored) : nothing
  storeLocalItem(db, {
    ...{ storeId: store.id, key: item_id, at },
    attributes: { ...kept, ...attributes } as LocalAttributes,
  })
  return record([], warnings)
}

const nothing = { sale_price: null, ad_link: null } as const

const attributesOf = ({ availability, price, sale_price, ad_link }: LocalInventoryRow): LocalAttributes => ({
  ...{ availability, price },
  ...{ sale_price, ad_link },
})

/** Returns why an operation cannot be carried out: local inventory can be deleted whether its item is there or not. */
function reasonAgainst(
  operation: LocalInventoryOperation['operation'],
  stored: LocalInventoryRow | undefined,
  isItemThere: () => boolean,
): Refusal | undefined {
  if (operation !== 'DELETE' && !isItemThere()) return 'no-item'
  if (operation === 'CREATE' && stored !== undefined) return 'taken'
  return (operation === 'UPDATE' || operation === 'DELETE') && stored === undefined ? 'missing' : undefined
}
