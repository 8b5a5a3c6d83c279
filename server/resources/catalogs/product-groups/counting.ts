import type { Database } from '#db/database.ts'
import { maxSequence } from '#db/row-validation.ts'
import { isSeen } from '../items/deleted-feeds.ts'
import { conditionOfSelection, type Selection, type SelectionOf } from './matching.ts'
import type { SequenceRange } from './rare-items.ts'

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

/** What is counted: the items of these ranges, all where they are absent. */
export interface CountOptions {
  /** Whether items with links into apps are counted, which reads all of their attributes. */
  readonly withAppLinks: boolean
  readonly ranges?: readonly SequenceRange[]
}

const everywhere: readonly SequenceRange[] = [{ after: 0, to: maxSequence }]

/** Counts the items of a selection. */
export function countMatching(
  db: Database,
  selection: Selection,
  selectionOf: SelectionOf,
  { withAppLinks, ranges = everywhere }: CountOptions,
): ProductCounts {
  const { sql, values } = conditionOfSelection(selection, selectionOf)
  const counts = db.prepare<(string | number)[], ProductCounts>(
    `SELECT count(*) AS total, count(*) FILTER (WHERE availability = 'IN_STOCK') AS in_stock,
      count(*) FILTER (WHERE availability = 'OUT_OF_STOCK') AS out_of_stock,
      count(*) FILTER (WHERE availability = 'PREORDER') AS preorder,
      count(*) FILTER (WHERE media_type = 'VIDEO') AS videos,
      ${withAppLinks ? `coalesce(${appLinks}, 0)` : '0'} AS app_links
      FROM ${selection.feedId === null ? 'items NOT INDEXED' : 'items'}
      WHERE ${sql} AND ${isSeen(db)} AND seq > ? AND seq <= ?`,
  )
  return ranges.map(({ after, to }) => counts.get(...values, after, to) as ProductCounts).reduce(added, nothing)
}

/** The counts of no items. */
export const nothing: ProductCounts = { total: 0, in_stock: 0, out_of_stock: 0, preorder: 0, videos: 0, app_links: 0 }

/** Returns the sum of the counts of two parts. */
export const added = (one: ProductCounts, other: ProductCounts): ProductCounts => ({
  total: one.total + other.total,
  in_stock: one.in_stock + other.in_stock,
  out_of_stock: one.out_of_stock + other.out_of_stock,
  preorder: one.preorder + other.preorder,
  videos: one.videos + other.videos,
  app_links: one.app_links + other.app_links,
})
