import type { Database } from '#db/database.ts'
import type { IncrementalTask } from '#db/incremental-task.ts'
import type { PageRange } from '#db/keyset.ts'
import type { ItemRow } from '../items/rows.ts'
import { endOfStep, type StepScope } from '../items/steps.ts'
import { countMatching, matchingItems, type ProductCounts, type Selection, type SelectionOf } from './matching.ts'
import { rareItems } from './rare-items.ts'

/** The items that the first step of a page or of a count looks at, and the most that a further one does. */
const pageStep = { first: 100, most: 4000 }
const countStep = { first: 500, most: 10_000 }

/** The milliseconds that a step should take at most: what an item costs depends on how many values filters have. */
const longest = 5

/** Returns how many items the next step looks at: at most twice as many. */
const nextCount = (count: number, took: number, most: number): number =>
  Math.min(most, Math.ceil(count * Math.min(2, longest / took)))

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
    const start = performance.now()
    const to = endOfStep(open(), scopeOf(selection), begin, count)
    rows.push(...matchingItems(open(), selection, selectionOf, { after: begin, to, limit: limit - rows.length }))
    if (to === undefined || rows.length >= limit) return rows
    begin = to
    count = nextCount(count, performance.now() - start, pageStep.most)
  }
}

/** Counts the items of a selection, in steps. */
export function* countInSteps(
  { open, selection, selectionOf }: Choosing,
  withAppLinks: boolean,
  first: number = countStep.first,
): IncrementalTask<ProductCounts> {
  let sum: ProductCounts | undefined
  for (let [after, count] = [0, first]; ; yield) {
    const start = performance.now()
    const to = endOfStep(open(), scopeOf(selection), after, count)
    const counts = countMatching(open(), selection, selectionOf, { withAppLinks, after, to })
    sum = sum === undefined ? counts : added(sum, counts)
    if (to === undefined) return sum
    after = to
    count = nextCount(count, performance.now() - start, countStep.most)
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
