import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { maxSequence } from '#db/row-validation.ts'
import { type Filters, type NamedFilter, namedFilters } from '#server/domain/catalogs/filters.ts'
import type { Market } from '#server/domain/catalogs/market.ts'
import { isSeen } from '../items/deleted-feeds.ts'
import type { ItemRow } from '../items/rows.ts'
import { type Condition, conditionOf } from './conditions.ts'
import { rareBlocks, type SequenceRange } from './rare-items.ts'

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

/** Returns the items of a selection in the order of their `seq`, one page of them. */
export function matchingItems(
  db: Database,
  selection: Selection,
  selectionOf: SelectionOf,
  { after = 0, limit }: PageRange,
): readonly ItemRow[] {
  const ranges = rareBlocks(db, selection, after) ?? [{ after, to: maxSequence }]
  return itemsWithin(db, selection, selectionOf, { ranges, limit })
}

/** The ranges that a page is looked for in: one, or blocks. */
export interface PageWithin {
  readonly ranges: readonly SequenceRange[]
  readonly limit: number
}

/** Returns one page of the items of a selection that are in some ranges. */
export function itemsWithin(
  db: Database,
  selection: Selection,
  selectionOf: SelectionOf,
  { ranges, limit }: PageWithin,
): readonly ItemRow[] {
  const { sql, values } = conditionOfSelection(selection, selectionOf)
  // A block is so short that no index leads to less of it.
  const items = ranges.length > 1 ? 'items NOT INDEXED' : itemsInOrder(selection)
  // Not cached: every product group has a statement of its own.
  const page = db.prepare<(string | number)[], ItemRow>(
    `SELECT * FROM ${items} WHERE ${sql} AND ${isSeen(db)} AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
  )
  const rows: ItemRow[] = []
  for (const range of ranges) {
    rows.push(...page.all(...values, range.after, range.to, limit - rows.length))
    if (rows.length >= limit) break
  }
  return rows
}

/** Returns the items of a scope that are looked at for the values of their fields, the newest first. */
export function sampledItems(db: Database, scope: Scope, limit: number): readonly ItemRow[] {
  const { sql, values } = scopeCondition(scope)
  const text = `SELECT * FROM ${itemsInOrder(scope)} WHERE ${sql} AND ${isSeen(db)} ORDER BY seq DESC LIMIT ?`
  return db.prepare<(string | number)[], ItemRow>(text).all(...values, limit)
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

/** Returns the condition that an item is one of a selection. */
export function conditionOfSelection(selection: Selection, selectionOf: SelectionOf, depth = 0): Condition {
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
