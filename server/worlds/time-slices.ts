import { setTimeout } from 'node:timers/promises'
import type { IncrementalTask } from '#db/incremental-task.ts'
import { RecentCalls } from './recent-calls.ts'

/** Milliseconds of work after which other work runs. */
const sliceMilliseconds = 10

/** Milliseconds of a slice of work that gives way while other calls come in, and of the pause after it. */
const [shortSlice, pause] = [0.25, 1]

/** Milliseconds for which a call counts as recent. */
const recent = 20

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
  #isShort = false
  readonly #calls = new RecentCalls()
  readonly #milliseconds: number
  readonly #givesWay: boolean

  /**
   * @param givesWay Whether the work pauses after each slice while other calls come in: they are answered sooner, and the
   *   work takes longer.
   */
  constructor(milliseconds = sliceMilliseconds, { givesWay = false } = {}) {
    this.#milliseconds = milliseconds
    this.#givesWay = givesWay
  }

  /** Returns whether the current slice is used up. */
  get areOver(): boolean {
    return performance.now() - this.#startedAt > (this.#isShort ? shortSlice : this.#milliseconds)
  }

  /** Returns whether the slices are short because other calls came in a moment ago. */
  get areShort(): boolean {
    return this.#isShort
  }

  /** Lets other work run and starts the next slice. */
  async next(): Promise<void> {
    await nextTurn()
    this.#isShort = this.#givesWay && this.#calls.within(recent)
    if (this.#isShort) await setTimeout(pause)
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
