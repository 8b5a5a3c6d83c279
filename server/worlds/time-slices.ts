import type { IncrementalTask } from '#db/incremental-task.ts'

/** Milliseconds of work after which other work runs. */
const sliceMilliseconds = 10

const waiting: (() => void)[] = []

function next(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}

/**
 * Waits for a turn of the event loop. One waiter continues per turn: all of them at once would block the loop as long
 * as one uninterrupted piece of work.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(next)
  })
}

/** Runs long work in slices, between which other work runs: `if (slices.areOver) await slices.next()`. */
export class TimeSlices {
  #startedAt = performance.now()
  readonly #milliseconds: number

  constructor(milliseconds = sliceMilliseconds) {
    this.#milliseconds = milliseconds
  }

  /** Tells whether the current slice is used up. */
  get areOver(): boolean {
    return performance.now() - this.#startedAt > this.#milliseconds
  }

  /** Lets other work run and starts the next slice. */
  async next(): Promise<void> {
    await nextTurn()
    this.#startedAt = performance.now()
  }

  /** Runs work in steps to its end, and returns the result. */
  async finish<Result>(steps: IncrementalTask<Result>): Promise<Result> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (this.areOver) await this.next()
    }
  }

  /** Runs the work for each item, one after the other. */
  async forEach<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    for (const item of items) {
      if (this.areOver) await this.next()
      work(item)
    }
  }

  /** Returns the items that the predicate accepts. */
  async filter<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): Promise<Item[]> {
    const matching: Item[] = []
    await this.forEach(items, (item) => void (matches(item) && matching.push(item)))
    return matching
  }
}
