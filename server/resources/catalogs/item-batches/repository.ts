import { childTable } from '#db/table.ts'
import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'

/** A batch of items as it is stored. */
export interface ItemBatchRow {
  readonly seq: number
  readonly id: string
  /** The id of the business, which is a user. */
  readonly owner_id: string
  readonly catalog_type: CatalogType
  /** Milliseconds since 1970. */
  readonly created_at: number
  /** JSON of what became of each item. */
  readonly records: string
}

/** The table of the batches of all businesses. */
export const itemBatchTable = childTable<ItemBatchRow>('owner_id', 'item_batches')
