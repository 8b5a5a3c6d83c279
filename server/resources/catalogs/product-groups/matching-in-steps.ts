import type { Database } from '#db/database.ts'
import type { IncrementalTask } from '#db/incremental-task.ts'
import type { PageRange } from '#db/keyset.ts'
import type { ItemRow } from '../items/rows.ts'
import { endOfStep, type StepScope } from '../items/steps.ts'
import { countMatching, matchingItems, type ProductCounts, type Selection, type SelectionOf } from './matching.ts'
import { rareItems } from './rare-items.ts'

/** The items that the first step of a page looks at: each further one at twice as many, up to a bound. */
const pageStep = { first: 500, most: 4000 }

/** The items that one step of a count looks at. */
const countStep = 10_000

/** What is chosen from a world. The database is looked up for each step. */
export interface Choosing {
  readonly open: () => Database
  readonly selection: Selection
  readonly selectionOf: SelectionOf
}

/** Returns one page of the items of a selection, in steps: where few match, many are looked at. */
export function* pageInSteps(
  { open, selection, selectionOf }: Choosing,
  { after = 0, limit }: PageRange,
  first: number = pageStep.first,
): IncrementalTask<readonly ItemRow[]> {
  if (rareItems(open(), selection) !== undefined) return matchingItems(open(), selection, selectionOf, { after, limit })
  const rows: ItemRow[] = []
  for (let [begin, count] = [after, first]; ; yield) {
    const to = endOfStep(open(), scopeOf(selection), begin, count)
    rows.push(...matchingItems(open(), selection, selectionOf, { after: begin, to, limit: limit - rows.length }))
    if (to === undefined || rows.length >= limit) return rows
    begin = to
    count = Math.min(2 * count, pageStep.most)
  }
}

/** Counts the items of a selection, in steps. */
export function* countInSteps(
  { open, selection, selectionOf }: Choosing,
  withAppLinks: boolean,
  step: number = countStep,
): IncrementalTask<ProductCounts> {
  let sum: ProductCounts | undefined
  for (let after = 0; ; yield) {
    const to = endOfStep(open(), scopeOf(selection), after, step)
    const counts = countMatching(open(), selection, selectionOf, { withAppLinks, after, to })
    sum = sum === undefined ? counts : added(sum, counts)
    if (to === undefined) return sum
    after = to
  }
}

/** Returns the index that a step is taken by: that of the feed where there is one. */
const scopeOf = ({ catalog, feedId }: Selection): StepScope => (feedId === null ? { catalog } : { feedId })

const added = (one: ProductCounts, other: ProductCounts): ProductCounts => ({
  total: one.total + other.total,
  in_stock: one.in_stock + other.in_stock,
  out_of_stock: one.out_of_stock + other.out_of_stock,
  preorder: one.preorder + other.preorder,
  videos: one.videos + other.videos,
  app_links: one.app_links + other.app_links,
})
