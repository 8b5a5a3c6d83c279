import type { Database } from '#db/database.ts'
import type { IncrementalTask } from '#db/incremental-task.ts'
import type { PageRange } from '#db/keyset.ts'
import { maxSequence } from '#db/row-validation.ts'
import { itemsOfBlock } from '../items/blocks.ts'
import type { ItemRow } from '../items/rows.ts'
import { endOfStep, type StepScope } from '../items/steps.ts'
import { added, countMatching, nothing, type ProductCounts } from './counting.ts'
import { itemsWithin, type Selection, type SelectionOf } from './matching.ts'
import { rareBlocks, type SequenceRange } from './rare-items.ts'

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
  const rows: ItemRow[] = []
  const parts = new Parts(open, selection, after)
  for (let count = first; ; yield) {
    const start = performance.now()
    const ranges = parts.next(count)
    rows.push(...itemsWithin(open(), selection, selectionOf, { ranges, limit: limit - rows.length }))
    if (parts.areDone || rows.length >= limit) return rows
    count = nextCount(count, performance.now() - start, pageStep.most)
  }
}

/** Counts the items of a selection, in steps. */
export function* countInSteps(
  { open, selection, selectionOf }: Choosing,
  withAppLinks: boolean,
  first: number = countStep.first,
): IncrementalTask<ProductCounts> {
  let sum = nothing
  const parts = new Parts(open, selection)
  for (let count = first; ; yield) {
    const start = performance.now()
    const ranges = parts.next(count)
    sum = added(sum, countMatching(open(), selection, selectionOf, { withAppLinks, ranges }))
    if (parts.areDone) return sum
    count = nextCount(count, performance.now() - start, countStep.most)
  }
}

/** The items that a selection is looked for in, part by part: blocks that can have them, or all of its catalog or feed. */
class Parts {
  areDone = false
  readonly #open: () => Database
  readonly #scope: StepScope
  readonly #blocks: readonly SequenceRange[] | undefined
  #taken = 0
  #after: number

  constructor(open: () => Database, selection: Selection, after = 0) {
    const { catalog, feedId } = selection
    this.#open = open
    this.#after = after
    this.#blocks = rareBlocks(open(), selection, after)
    this.#scope = feedId === null ? { catalog } : { feedId }
  }

  /** Returns the ranges of about so many items. */
  next(count: number): readonly SequenceRange[] {
    return this.#blocks === undefined ? [this.#step(count)] : this.#someOf(this.#blocks, count)
  }

  #someOf(blocks: readonly SequenceRange[], count: number): readonly SequenceRange[] {
    const begin = this.#taken
    this.#taken += Math.ceil(count / itemsOfBlock)
    this.areDone = this.#taken >= blocks.length
    return blocks.slice(begin, this.#taken)
  }

  #step(count: number): SequenceRange {
    const [after, to] = [this.#after, endOfStep(this.#open(), this.#scope, this.#after, count)]
    this.areDone = to === undefined
    this.#after = to ?? maxSequence
    return { after, to: this.#after }
  }
}
