import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { ItemColumns } from '#server/domain/catalogs/item-columns.ts'

/** How many items a block has at most, by their `seq`: the migration that fills the table has the same number. */
export const itemsOfBlock = 16

/** The columns whose values lead to blocks. */
const fields = [
  'brand',
  'item_group',
  'product_type',
  'google_product_category',
  'custom_label_0',
  'custom_label_1',
  'custom_label_2',
  'custom_label_3',
  'custom_label_4',
] as const satisfies readonly (keyof ItemColumns)[]

const statements = perDb((db) => ({
  add: db.prepare<[number, string, string, number]>('INSERT OR IGNORE INTO item_blocks VALUES (?, ?, ?, ?)'),
}))

/**
 * Returns what stores in which blocks a catalog has the values of items. It must not be kept beyond a transaction: what it
 * has stored once it does not store again.
 */
export function blockWriter(db: Database, catalog: number): (seq: number, columns: ItemColumns) => void {
  const stored = fields.map(() => new Map<string, number>())
  const { add } = statements(db)
  return (seq, columns) => {
    const block = Math.floor(seq / itemsOfBlock)
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as (typeof fields)[number]
      const value = columns[field]
      if (value === null || stored[index]?.get(value) === block) continue
      stored[index]?.set(value, block)
      add.run(catalog, field, value, block)
    }
  }
}
