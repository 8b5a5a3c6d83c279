import { childTable } from '#db/table.ts'

/** A batch of local inventory as it is stored. */
export interface SupplementalItemBatchRow {
  readonly seq: number
  readonly id: string
  readonly catalog_id: string
  /** Milliseconds since 1970. */
  readonly created_at: number
  /** JSON of what became of each operation. */
  readonly records: string
}

/** The table of the batches of local inventory of all catalogs. */
export const supplementalItemBatchTable = childTable<SupplementalItemBatchRow>(
  'catalog_id',
  'supplemental_item_batches',
)
