import type { Database } from './database.ts'
import { prepared } from './statements.ts'

/** One page of a table, walked in the order of `seq` over index ranges. */
export interface Keyset {
  readonly table: string
  /** What a row is made of, read from the table as `t` and from `joins`. */
  readonly select: string
  readonly joins?: string
  /** The columns that every range fixes: an index must begin with them and go on with `seq`. */
  readonly columns: readonly string[]
  /** A value for each of the columns, a range each; ranges must not overlap. */
  readonly ranges: readonly (readonly string[])[]
  /** What rows of the ranges must have besides: in each of these columns one of its values. */
  readonly also?: readonly (readonly [column: string, values: readonly string[]])[]
  /** The last `seq` of the page before; absent for the first page. */
  readonly after?: number | undefined
  readonly descending?: boolean
  readonly limit: number
}

/** Behind which row a page begins, and how many rows it has at most. */
export type PageRange = Pick<Keyset, 'after' | 'limit'>

const mergeable = 100

/**
 * The page's rows. What it costs depends on the page, not on the table: SQLite merges the ranges as it goes and stops
 * at the limit. With very many ranges it gathers their sequence numbers and sorts them.
 */
export function keysetPage<Row>(db: Database, keyset: Keyset): readonly Row[] {
  const { ranges, also = [], descending = false, limit, after = descending ? Number.MAX_SAFE_INTEGER : 0 } = keyset
  if (ranges.length === 0) return []
  const few = ranges.length <= mergeable
  const beside = [after, ...also.map(([, values]) => JSON.stringify(values))]
  const values = few ? ranges.flatMap((range) => [...range, ...beside]) : [JSON.stringify(ranges), ...beside]
  return prepared(db)(pageSql(keyset, few, descending)).all(...values, limit) as Row[]
}

function pageSql(
  { table, select, joins = '', columns, ranges, also = [] }: Keyset,
  few: boolean,
  descending: boolean,
): string {
  const order = `ORDER BY seq ${descending ? 'DESC' : 'ASC'}`
  // `+` here, too: it keeps the planner from walking another index, which would have to be sorted.
  const besides = also.map(([column]) => ` AND +${table}.${column} IN (SELECT value FROM json_each(?))`).join('')
  const beyond = `seq ${descending ? '<' : '>'} ?${besides}`
  // A bare parameter beside ORDER BY makes SQLite plan the statement anew on each call; `+` hides it from the planner.
  const fixed = columns.map((column) => `${column} = +?`).join(' AND ')
  const range = `SELECT seq FROM ${table} WHERE ${fixed} AND ${beyond}`
  const matched = columns.map((column, index) => `${table}.${column} = range.value ->> ${index}`).join(' AND ')
  const gathered = `SELECT seq FROM json_each(?) AS range CROSS JOIN ${table} ON ${matched} WHERE ${beyond}`
  const walked = few ? Array(ranges.length).fill(range).join(' UNION ALL ') : gathered
  return `SELECT ${select} FROM (${walked} ${order} LIMIT +?) AS page CROSS JOIN ${table} AS t ON t.seq = page.seq ${joins} ORDER BY page.seq ${descending ? 'DESC' : 'ASC'}`
}

/** Every combination of one value from each list, as ranges. */
export function rangesOf(...lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (ranges, list) => ranges.flatMap((range) => [...new Set(list)].map((value) => [...range, value])),
    [[]],
  )
}

/**
 * Where a list of what an ad account has in some statuses is found: all of it, or what each of the given filters names,
 * by the column that holds such ids. The first that is given is looked up, and the others are checked.
 */
export function withinAccount(
  accountId: string,
  statuses: readonly string[],
  filters: Readonly<Record<string, readonly string[] | undefined>> = {},
): Pick<Keyset, 'columns' | 'ranges' | 'also'> {
  const given = Object.entries(filters).flatMap(([column, ids]) => (ids === undefined ? [] : [[column, ids] as const]))
  const [first, ...also] = given
  if (first === undefined) return { columns: ['ad_account_id', 'status'], ranges: rangesOf([accountId], statuses) }
  const [column, ids] = first
  return { columns: [column, 'status', 'ad_account_id'], ranges: rangesOf(ids, statuses, [accountId]), also }
}
