import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'

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

const answered = `t.seq, t.end_time, t.json, (
  SELECT json_group_array(c.id ORDER BY c.seq) FROM campaigns AS c
  WHERE c.order_line_id = t.id
) AS campaign_ids`

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], AnsweredOrderLine>(
    `SELECT ${answered} FROM order_lines AS t WHERE t.id = ? AND t.ad_account_id = ?`,
  ),
  termById: db.prepare<[string, string], Pick<OrderLineRow, 'end_time'>>(
    'SELECT end_time FROM order_lines WHERE id = ? AND ad_account_id = ?',
  ),
  insert: inserter<OrderLineRow>(db, 'order_lines'),
  update: db.prepare<OrderLineRow>('UPDATE order_lines SET end_time = @end_time, json = @json WHERE id = @id'),
  remove: db.prepare<[string]>('DELETE FROM order_lines WHERE id = ?'),
  release: db.prepare<[string]>(
    `UPDATE campaigns SET order_line_id = NULL, json = json_set(json, '$.order_line_id', NULL) WHERE order_line_id = ?`,
  ),
}))

/** The order line of that id in that ad account. */
export const findOrderLine = (db: Database, accountId: string, id: string): AnsweredOrderLine | undefined =>
  statements(db).byId.get(id, accountId)

/** When the order line of that id in that ad account ends; without its campaigns, which may be many. */
export const findOrderLineTerm = (
  db: Database,
  accountId: string,
  id: string,
): Pick<OrderLineRow, 'end_time'> | undefined => statements(db).termById.get(id, accountId)

/** The `seq` of the next order line. */
export const nextOrderLineSequence = (db: Database): number => nextSequence(db, 'order_lines')

/** Stores a new order line. */
export const insertOrderLine = (db: Database, row: OrderLineRow): void => statements(db).insert(row)

/** Stores a changed order line. */
export const updateOrderLine = (db: Database, row: OrderLineRow): void => void statements(db).update.run(row)

/** Deletes the order line; campaigns that named it name none then. */
export function removeOrderLine(db: Database, id: string): void {
  statements(db).release.run(id)
  statements(db).remove.run(id)
}

/** What a list of order lines is narrowed to. */
export interface OrderLineFilter {
  readonly ad_account_id: string
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** One page of an ad account's order lines in the order of their ids. */
export const listOrderLines = (
  db: Database,
  { ad_account_id, order }: OrderLineFilter,
  page: { after?: number | undefined; limit: number },
): readonly AnsweredOrderLine[] =>
  keysetPage(db, {
    table: 'order_lines',
    select: answered,
    columns: ['ad_account_id'],
    ranges: [[ad_account_id]],
    descending: order === 'DESCENDING',
    ...page,
  })
