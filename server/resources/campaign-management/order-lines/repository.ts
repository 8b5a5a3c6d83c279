import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** An order line as it is stored: what is judged, and the JSON text that is answered. */
export interface OrderLineRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly end_time: number | null
  readonly json: string
}

/** What an answer about an order line is made of. */
export interface AnsweredOrderLine extends Pick<OrderLineRow, 'seq' | 'end_time' | 'json'> {
  /** The ids of the campaigns that name it, as JSON text. */
  readonly campaign_ids: string
}

/** The table of order lines, which are found together with the campaigns that name them. */
export const orderLineTable = accountTable<OrderLineRow, AnsweredOrderLine>('order_lines', {
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

/** Returns when the order line of that id in that ad account ends, without its campaigns, which may be many. */
export const findOrderLineTerm = (
  db: Database,
  accountId: string,
  id: string,
): Pick<OrderLineRow, 'end_time'> | undefined => statements(db).termById.get(id, accountId)

/** Deletes the order line; campaigns that named it name none then. */
export function removeOrderLine(db: Database, id: string): void {
  statements(db).release.run(id)
  orderLineTable.remove(db, id)
}

/** What a list of order lines is narrowed to. */
export interface OrderLineFilter {
  readonly ad_account_id: string
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of an ad account's order lines in the order of their ids. */
export const listOrderLines = (
  db: Database,
  { ad_account_id, order }: OrderLineFilter,
  page: PageRange,
): readonly AnsweredOrderLine[] =>
  orderLineTable.page(db, {
    columns: ['ad_account_id'],
    ranges: [[ad_account_id]],
    descending: order === 'DESCENDING',
    ...page,
  })
