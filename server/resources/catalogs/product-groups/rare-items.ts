import type { Database } from '#db/database.ts'
import { prepared } from '#db/statements.ts'
import { type Filters, namedFilters } from '#server/domain/catalogs/filters.ts'
import { type Condition, type IndexRange, indexRangesOf } from './conditions.ts'

/** The filters of a selection within a catalog. */
export interface Choice {
  readonly catalog: number
  readonly filters: Filters
}

/** Up to this many items are gathered and sorted. Where there are more, walking through the catalog soon finds a page. */
const rare = 1000

/**
 * Returns what selects the `seq` of all items that filters can match, where an index shows that they are few: a page of a
 * small product group then costs no walk through a large catalog. Undefined where they are many, or no index knows.
 */
export function rareItems(db: Database, { catalog, filters }: Choice): Condition | undefined {
  const { all, named } = namedFilters(filters)
  const ranges = named.map(indexRangesOf)
  const choices = all
    ? ranges.flatMap((one) => (one === undefined ? [] : [one]))
    : ranges.every((one) => one !== undefined)
      ? [ranges.flat() as readonly IndexRange[]]
      : []
  const chosen = choices.find((one) => one.length > 0 && areRare(db, catalog, one))
  if (chosen === undefined) return undefined
  return {
    sql: chosen.map(selectSql).join(' UNION '),
    values: chosen.flatMap((range) => valuesOf(catalog, range)),
  }
}

/** Most ranges that are looked at: more of them have many items together. */
const mostRanges = 50

function areRare(db: Database, catalog: number, ranges: readonly IndexRange[]): boolean {
  if (ranges.length > mostRanges) return false
  let left = rare
  for (const range of ranges) {
    const sql = `SELECT count(*) AS count FROM (${selectSql(range)} LIMIT ${rare + 1})`
    const { count } = prepared(db)(sql).get(...valuesOf(catalog, range)) as { readonly count: number }
    left -= count
    if (left < 0) return false
  }
  return true
}

const selectSql = ({ column, to }: IndexRange): string =>
  `SELECT seq FROM items WHERE catalog = ? AND ${to === undefined ? `${column} = ?` : `${column} >= ? AND ${column} < ?`}`

const valuesOf = (catalog: number, { from, to }: IndexRange): readonly (string | number)[] =>
  to === undefined ? [catalog, from] : [catalog, from, to]
