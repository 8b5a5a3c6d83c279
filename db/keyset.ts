import type { Database } from './database.ts'
import { prepared } from './statements.ts'

/** One page of a table, in the order of `seq`, read from index ranges. */
export interface Keyset {
  readonly table: string
  /** The selected columns, from the table as `t` and from `joins`. */
  readonly select: string
  readonly joins?: string
  /** The columns that each range fixes: an index must start with them and continue with `seq`. */
  readonly columns: readonly string[]
  /** The ranges: a value for each of the columns. Ranges must not overlap. */
  readonly ranges: readonly (readonly string[])[]
  /** Further conditions: each column must have one of its values. */
  readonly also?: readonly (readonly [column: string, values: readonly string[]])[]
  /** The last `seq` of the previous page; absent for the first page. */
  readonly after?: number | undefined
  readonly descending?: boolean
  readonly limit: number
}

/** Behind which row a page begins, and how many rows it has at most. */
export type PageRange = Pick<Keyset, 'after' | 'limit'>

const mergeable = 100

/**
 * Returns the rows of a page. The cost depends on the page, not on the table: SQLite merges the ranges and stops at the
 * limit. Beyond a hundred ranges it collects their sequence numbers and sorts them.
 */
export function keysetPage<Row>(db: Database, keyset: Keyset): readonly Row[] {
  const { ranges, also = [], descending = false, limit, after = descending ? Number.MAX_SAFE_INTEGER : 0 } = keyset
  if (ranges.length === 0) return []
  const few = ranges.length <= mergeable
  const shared = [after, ...also.map(([, values]) => JSON.stringify(values))]
  const values = few ? ranges.flatMap((range) => [...range, ...shared]) : [JSON.stringify(ranges), ...shared]
  return prepared(db)(pageSql(keyset, few, descending)).all(...values, limit) as Row[]
}

function pageSql(
  { table, select, joins = '', columns, ranges, also = [] }: Keyset,
  few: boolean,
  descending: boolean,
): string {
  const order = `ORDER BY seq ${descending ? 'DESC' : 'ASC'}`
  // `+` keeps the planner from using another index, whose rows would have to be sorted.
  const conditions = also.map(([column]) => ` AND +${table}.${column} IN (SELECT value FROM json_each(?))`).join('')
  const continuation = `seq ${descending ? '<' : '>'} ?${conditions}`
  const fixed = columns.map((column) => `${column} = ?`).join(' AND ')
  const range = `SELECT seq FROM ${table} WHERE ${fixed} AND ${continuation}`
  const matched = columns.map((column, index) => `${table}.${column} = range.value ->> ${index}`).join(' AND ')
  const gathered = `SELECT seq FROM json_each(?) AS range CROSS JOIN ${table} ON ${matched} WHERE ${continuation}`
  const walked = few ? Array(ranges.length).fill(range).join(' UNION ALL ') : gathered
  return `SELECT ${select} FROM (${walked} ${order} LIMIT ?) AS page CROSS JOIN ${table} AS t ON t.seq = page.seq ${joins} ORDER BY page.seq ${descending ? 'DESC' : 'ASC'}`
}

/** Returns every combination of one value from each list, as ranges. */
export function rangesOf(...lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (ranges, list) => ranges.flatMap((range) => [...new Set(list)].map((value) => [...range, value])),
    [[]],
  )
}

/**
 * Returns the part of a keyset that selects the entities of an ad account in some statuses. The first filter that is
 * present (a column of ids and the ids to include) chooses the index; the others become conditions.
 */
export function withinAccount(
  accountId: string,
  statuses: readonly string[],
  filters: Readonly<Record<string, readonly string[] | undefined>> = {},
): Pick<Keyset, 'columns' | 'ranges' | 'also'> {
  const present = Object.entries(filters).flatMap(([column, ids]) =>
    ids === undefined ? [] : [[column, ids] as const],
  )
  const [first, ...also] = present
  if (first === undefined) return { columns: ['ad_account_id', 'status'], ranges: rangesOf([accountId], statuses) }
  const [column, ids] = first
  return { columns: [column, 'status', 'ad_account_id'], ranges: rangesOf(ids, statuses, [accountId]), also }
}
