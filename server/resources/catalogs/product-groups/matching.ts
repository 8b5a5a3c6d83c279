import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { type Filters, type NamedFilter, namedFilters } from '#server/domain/catalogs/filters.ts'
import type { Market } from '#server/domain/catalogs/market.ts'
import { isSeen } from '../items/deleted-feeds.ts'
import type { ItemRow } from '../items/rows.ts'
import { type Condition, conditionOf, indexRangesOf } from './conditions.ts'
import { rareItems } from './rare-items.ts'

/** The items that filters choose from: those of a catalog, of one of its feeds, or of a market. */
export interface Scope {
  /** The `seq` of the catalog. */
  readonly catalog: number
  readonly feedId: string | null
  /** What is absent is not chosen by: items of all countries, of all languages, or of both. */
  readonly market?: Partial<Market> | undefined
}

/** A scope with filters on it. */
export interface Selection extends Scope {
  readonly filters: Filters
}

/** Returns the selection of a product group by its id; undefined where there is none. */
export type SelectionOf = (id: string) => Selection | undefined

/** How many product groups may refer to each other in a row: what is behind them is not looked up. */
const deepest = 20

/** A page, and the `seq` of the last item that may be on it; of all items where that is absent. */
export type PageWithin = PageRange & { readonly to?: number | undefined }

/** Returns one page of the items of a selection in the order of their `seq`. */
export function matchingItems(
  db: Database,
  selection: Selection,
  selectionOf: SelectionOf,
  { after = 0, to, limit }: PageWithin,
): readonly ItemRow[] {
  const { sql, values } = conditionOfSelection(selection, selectionOf)
  const rare = to === undefined ? rareItems(db, selection) : undefined
  const within = rare === undefined ? '' : ` AND seq IN (${rare.sql})`
  const from = rare === undefined ? itemsInOrder(selection) : 'items'
  const text = `SELECT * FROM ${from} WHERE ${sql} AND ${isSeen(db)} AND seq > ?${to === undefined ? '' : ` AND seq <= ${to}`}${within} ORDER BY seq LIMIT ?`
  // Not cached: every product group has a statement of its own.
  return db.prepare<(string | number)[], ItemRow>(text).all(...values, after, ...(rare?.values ?? []), limit)
}

/** What a product group counts. */
export interface ProductCounts {
  readonly total: number
  readonly in_stock: number
  readonly out_of_stock: number
  readonly preorder: number
  readonly videos: number
  readonly app_links: number
}

const appLinks = `sum(coalesce(json ->> '$.ios_deep_link', json ->> '$.android_deep_link') IS NOT NULL)`

/** What is counted: the items behind `after` up to `to`, all where they are absent. */
export interface CountOptions {
  /** Whether items with links into apps are counted, which reads all of their attributes. */
  readonly withAppLinks: boolean
  readonly after?: number
  readonly to?: number | undefined
}

/** Counts the items of a selection. */
export function countMatching(
  db: Database,
  selection: Selection,
  selectionOf: SelectionOf,
  { withAppLinks, after, to }: CountOptions,
): ProductCounts {
  const { sql, values } = conditionOfSelection(selection, selectionOf)
  const within = `${after === undefined ? '' : ` AND seq > ${after}`}${to === undefined ? '' : ` AND seq <= ${to}`}`
  const counts = db
    .prepare<(string | number)[], ProductCounts>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE availability = 'IN_STOCK') AS in_stock,
        count(*) FILTER (WHERE availability = 'OUT_OF_STOCK') AS out_of_stock,
        count(*) FILTER (WHERE availability = 'PREORDER') AS preorder,
        count(*) FILTER (WHERE media_type = 'VIDEO') AS videos,
        ${withAppLinks ? `coalesce(${appLinks}, 0)` : '0'} AS app_links
        FROM ${isIndexed(selection) ? 'items' : 'items NOT INDEXED'} WHERE ${sql} AND ${isSeen(db)}${within}`,
    )
    .get(...values)
  return counts as ProductCounts
}

/** Returns the items of a scope that are looked at for the values of their fields, the newest first. */
export function sampledItems(db: Database, scope: Scope, limit: number): readonly ItemRow[] {
  const { sql, values } = scopeCondition(scope)
  const text = `SELECT * FROM ${itemsInOrder(scope)} WHERE ${sql} AND ${isSeen(db)} ORDER BY seq DESC LIMIT ?`
  return db.prepare<(string | number)[], ItemRow>(text).all(...values, limit)
}

/** Whether an index has few of the items of a scope, by the feed or a filter. */
function isIndexed({ feedId, filters }: Selection): boolean {
  const { all, named } = namedFilters(filters)
  return feedId !== null || (all && named.some((filter) => indexRangesOf(filter) !== undefined))
}

/** Returns the table of items by the index that has those of a scope in the order of their `seq`. */
const itemsInOrder = ({ feedId }: Scope): string =>
  `items INDEXED BY ${feedId === null ? 'items_by_catalog' : 'items_by_feed'}`

function scopeCondition({ catalog, feedId, market }: Scope): Condition {
  const parts: readonly (readonly [column: string, value: string | number])[] = [
    ['catalog', catalog],
    ...(feedId === null ? [] : [['feed_id', feedId] as const]),
    ...(market === undefined ? [] : Object.entries(market)),
  ]
  return { sql: parts.map(([column]) => `${column} = ?`).join(' AND '), values: parts.map(([, value]) => value) }
}

function conditionOfSelection(selection: Selection, selectionOf: SelectionOf, depth = 0): Condition {
  const scope = scopeCondition(selection)
  const { all, named } = namedFilters(selection.filters)
  if (named.length === 0) return scope
  const conditions = named.map((filter) =>
    filter.field === 'PRODUCT_GROUP' ? inGroups(filter, selectionOf, depth) : conditionOf(filter),
  )
  return joined([scope, joined(conditions, all ? 'AND' : 'OR')], 'AND')
}

/** Returns the condition that an item is in one of the product groups that a filter names, or in none of them. */
function inGroups({ criterion: { values, negated } }: NamedFilter, selectionOf: SelectionOf, depth: number): Condition {
  const ids = Array.isArray(values) && depth < deepest ? values.map(String) : []
  const groups = ids.flatMap((id) => selectionOf(id) ?? [])
  const any = joined(
    groups.map((group) => conditionOfSelection(group, selectionOf, depth + 1)),
    'OR',
  )
  return negated === true ? { ...any, sql: `(${any.sql}) IS NOT TRUE` } : any
}

/** Joins conditions in halves: SQLite bounds how deep an expression may be. */
function joined(conditions: readonly Condition[], operator: 'AND' | 'OR'): Condition {
  const [first = { sql: 'FALSE', values: [] }] = conditions
  if (conditions.length < 2) return first
  const middle = conditions.length >> 1
  const [left, right] = [conditions.slice(0, middle), conditions.slice(middle)].map((half) => joined(half, operator))
  return {
    sql: `(${left?.sql} ${operator} ${right?.sql})`,
    values: [...(left?.values ?? []), ...(right?.values ?? [])],
  }
}
