import type { Database } from '#db/database.ts'
import { perDb, prepared } from '#db/statements.ts'
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

/** What leads to the block of an item. */
export type BlockValues = Pick<ItemColumns, (typeof fields)[number]>

/** Where an item is. */
interface Place {
  readonly catalog: number
  readonly seq: number
}

const statements = perDb((db) => ({
  add: db.prepare<[number, string, string, number]>('INSERT OR IGNORE INTO item_blocks VALUES (?, ?, ?, ?)'),
}))

/**
 * Returns what stores in which blocks a catalog has the values of items. It must not be kept beyond a transaction,
 * nor after something is forgotten: what it has stored once it does not store again.
 */
export function blockWriter(db: Database, catalog: number): (seq: number, values: BlockValues) => void {
  const stored = fields.map(() => new Map<string, number>())
  const { add } = statements(db)
  return (seq, values) => {
    const block = blockOf(seq)
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as (typeof fields)[number]
      const value = values[field]
      if (value === null || stored[index]?.get(value) === block) continue
      stored[index]?.set(value, block)
      add.run(catalog, field, value, block)
    }
  }
}

/** Forgets values that an item had, which is deleted or has others now: those that no item of its block has. */
export function forgetBlocks(db: Database, { catalog, seq }: Place, values: BlockValues): void {
  const block = blockOf(seq)
  for (const field of fields) {
    const value = values[field]
    if (value === null) continue
    prepared(db)(
      `DELETE FROM item_blocks WHERE catalog = ? AND field = '${field}' AND value = ? AND block = ? AND NOT EXISTS
        (SELECT 1 FROM items NOT INDEXED WHERE seq >= ? AND seq < ? AND catalog = ? AND ${field} = ?)`,
    ).run(catalog, value, block, block * itemsOfBlock, (block + 1) * itemsOfBlock, catalog, value)
  }
}

/**
 * Deletes an item that a condition of SQL chooses. Returns whether it was there.
 *
 * @param values The values of the condition.
 */
export function deleteItem(db: Database, condition: string, ...values: readonly (string | number)[]): boolean {
  const sql = `DELETE FROM items WHERE ${condition} RETURNING catalog, seq, ${fields.join(', ')}`
  const deleted = prepared(db)(sql).get(...values) as (Place & BlockValues) | undefined
  if (deleted !== undefined) forgetBlocks(db, deleted, deleted)
  return deleted !== undefined
}

const blockOf = (seq: number): number => Math.floor(seq / itemsOfBlock)
