import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** An order line as it is stored: the columns that queries and rules use, and the JSON text for responses. */
export interface OrderLineRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly end_time: number | null
  readonly json: string
}

/** The columns that a response with an order line is built from. */
export interface OrderLineResponseRow extends Pick<OrderLineRow, 'seq' | 'end_time' | 'json'> {
  /** The ids of its campaigns, as JSON text. */
  readonly campaign_ids: string
}

/** The table of order lines, joined with the ids of their campaigns. */
export const orderLineTable = accountTable<OrderLineRow, OrderLineResponseRow>('order_lines', {
  select: `t.seq, t.end_time, t.json, (
    SELECT json_group_array(c.id ORDER BY c.seq) FROM campaigns AS c
    WHERE c.order_line_id = t.id
  ) AS campaign_ids`,
})

const statements = perDb((db) => ({
  termById: db.prepare<[string, string], Pick<OrderLineRow, 'end_time'>>(
    'SELECT end_time FROM order_lines WHERE id = ? AND ad_account_id = ?',
  ),
  release: db.prepare<[string]>(
    `UPDATE campaigns SET order_line_id = NULL, json = json_set(json, '$.order_line_id', NULL) WHERE order_line_id = ?`,
  ),
}))

/** Returns the end time of the ad account's order line with this id, without its campaigns, which may be many. */
export const findOrderLineTerm = (
  db: Database,
  accountId: string,
  id: string,
): Pick<OrderLineRow, 'end_time'> | undefined => statements(db).termById.get(id, accountId)

/** Deletes the order line and removes it from its campaigns. */
export function removeOrderLine(db: Database, id: string): void {
  statements(db).release.run(id)
  orderLineTable.remove(db, id)
}
