import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import type { ItemBatchRequest } from './schema.ts'

/** The name of the merchant's id, by the type of the catalog. */
export const keyNames = { RETAIL: 'item_id', HOTEL: 'hotel_id', CREATIVE_ASSETS: 'creative_assets_id' } as const

/** One operation on an item, whatever form the batch has. */
export interface ItemOperation {
  readonly operation: 'CREATE' | 'UPDATE' | 'UPSERT' | 'DELETE' | 'DELETE_DISCONTINUED'
  readonly key: string
  readonly attributes: Readonly<Record<string, unknown>>
  /** Of an update: attributes that are taken away where it has no value for them. */
  readonly mask: readonly string[]
}

interface SentItem {
  readonly operation?: ItemOperation['operation']
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly update_mask?: readonly string[] | null
}

/** Returns the operations of a batch: older bodies have one for all of their items, which are products. */
export function operationsOf(body: ItemBatchRequest): {
  readonly catalogType: CatalogType
  readonly operations: readonly ItemOperation[]
} {
  const catalogType: CatalogType = 'catalog_type' in body ? body.catalog_type : 'RETAIL'
  const name = keyNames[catalogType]
  const operations = (body.items as readonly (SentItem & Readonly<Record<string, unknown>>)[]).map((item) => ({
    operation: item.operation ?? ('operation' in body ? body.operation : 'UPSERT'),
    key: String(item[name] ?? ''),
    attributes: item.attributes ?? {},
    mask: item.update_mask ?? [],
  }))
  return { catalogType, operations }
}
