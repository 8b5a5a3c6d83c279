import type { Database } from './open.ts'
import { prepared } from './per-db.ts'

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
  /** The last `seq` of the page before; absent for the first page. */
  readonly after?: number | undefined
  readonly descending?: boolean
  readonly limit: number
}

const mergeable = 100

/**
 * The page's rows. What it costs depends on the page, not on the table: SQLite merges the ranges as it goes and stops
 * at the limit. With very many ranges it gathers their sequence numbers and sorts them.
 */
export function keysetPage<Row>(db: Database, keyset: Keyset): readonly Row[] {
  const { ranges, descending = false, limit, after = descending ? Number.MAX_SAFE_INTEGER : 0 } = keyset
  if (ranges.length === 0) return []
  const few = ranges.length <= mergeable
  const values = few ? ranges.flatMap((range) => [...range, after]) : [JSON.stringify(ranges), after]
  return prepared(db)(pageSql(keyset, few, descending)).all(...values, limit) as Row[]
}

function pageSql({ table, select, joins = '', columns, ranges }: Keyset, few: boolean, descending: boolean): string {
  const order = `ORDER BY seq ${descending ? 'DESC' : 'ASC'}`
  const beyond = descending ? 'seq < ?' : 'seq > ?'
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
 * The columns and ranges of a list of what an ad account has in some statuses: all of it, or what the first filter that
 * is given names, by the column that holds such ids.
 */
export function withinAccount(
  accountId: string,
  statuses: readonly string[],
  filters: Readonly<Record<string, readonly string[] | undefined>> = {},
): Pick<Keyset, 'columns' | 'ranges'> {
  const [column, ids] = Object.entries(filters).find(([, given]) => given !== undefined) ?? []
  if (column === undefined || ids === undefined) {
    return { columns: ['ad_account_id', 'status'], ranges: rangesOf([accountId], statuses) }
  }
  return { columns: [column, 'status', 'ad_account_id'], ranges: rangesOf(ids, statuses, [accountId]) }
}
