import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** An insertion order as it is stored. */
export interface InsertionOrderRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  /** The Pin order id. */
  readonly pin_order: string
  /** The id of its order line; null where the line was deleted. */
  readonly order_line_id: string | null
  /** Unix seconds at which it was handed in for approval. */
  readonly submitted_at: number
  readonly is_rejected: 0 | 1
  readonly json: string
}

/** An insertion order with its order line. */
export interface OrderedLineRow extends InsertionOrderRow {
  readonly line: string
}

/** The table of insertion orders. */
export const insertionOrderTable = accountTable<InsertionOrderRow>('insertion_orders')

const withLine = { select: 't.*, l.json AS line', joins: 'JOIN order_lines AS l ON l.id = t.order_line_id' } as const

const lineTable = accountTable<InsertionOrderRow, OrderedLineRow>('insertion_orders', withLine)

const statements = perDb((db) => ({
  order: db.prepare<[string, string], InsertionOrderRow>(
    'SELECT * FROM insertion_orders WHERE pin_order = ? AND ad_account_id = ?',
  ),
  anyOrder: db.prepare<[string], InsertionOrderRow>('SELECT * FROM insertion_orders WHERE pin_order = ?'),
  lineOfOrder: db.prepare<[string, string], OrderedLineRow>(
    `SELECT ${withLine.select} FROM insertion_orders AS t ${withLine.joins} WHERE t.pin_order = ? AND t.ad_account_id = ?`,
  ),
  byLine: db.prepare<[string, string, string], OrderedLineRow>(
    `SELECT ${withLine.select} FROM insertion_orders AS t ${withLine.joins}
     WHERE t.ad_account_id = ? AND (t.order_line_id = ? OR t.json ->> '$.salesforce_order_line_id' = ?)`,
  ),
}))

/** Returns the insertion order of the ad account with a Pin order id. */
export const findInsertionOrder = (db: Database, accountId: string, pinOrder: string): InsertionOrderRow | undefined =>
  statements(db).order.get(pinOrder, accountId)

/** Returns the insertion order that test control names: by its id, or by the Pin order id. */
export const insertionOrderNamed = (db: Database, name: string): InsertionOrderRow | undefined =>
  insertionOrderTable.findAnywhere(db, name) ?? statements(db).anyOrder.get(name)

/** Returns the insertion order of the ad account with its line, by the Pin order id. */
export const findOrderedLine = (db: Database, accountId: string, pinOrder: string): OrderedLineRow | undefined =>
  statements(db).lineOfOrder.get(pinOrder, accountId)

/** Returns the insertion order of the ad account with its line, by an id of the line: its own, or that of Salesforce. */
export const findByLine = (db: Database, accountId: string, lineId: string): OrderedLineRow | undefined =>
  statements(db).byLine.get(accountId, lineId, lineId)

/** Returns one page of insertion orders with their lines, of all orders of an ad account or of one of them. */
export function listOrderedLines(
  db: Database,
  { ad_account_id, pin_order_id }: { readonly ad_account_id: string; readonly pin_order_id: string | undefined },
  page: PageRange,
): readonly OrderedLineRow[] {
  if (pin_order_id === undefined) return lineTable.pageWithin(db, ad_account_id, page)
  const row = findOrderedLine(db, ad_account_id, pin_order_id)
  return row === undefined || row.seq <= (page.after ?? 0) ? [] : [row]
}
