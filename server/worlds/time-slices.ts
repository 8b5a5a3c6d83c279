import type { Steps } from '#db/incremental-task.ts'

/** Milliseconds of work after which others have their turn. */
const longest = 10

const waiting: (() => void)[] = []

function next(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(next)
}

/**
 * Waits until the event loop has gone round once. One that waits goes on with each round, and not all of them: together
 * they would hold the loop as long as one piece of work does.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(next)
  })
}

/** Long work in slices, between which others have their turn: `if (slices.areOver) await slices.next()`. */
export class TimeSlices {
  #begun = performance.now()

  /** Whether the work has gone on for long enough. */
  get areOver(): boolean {
    return performance.now() - this.#begun > longest
  }

  /** Lets others have their turn. */
  async next(): Promise<void> {
    await nextTurn()
    this.#begun = performance.now()
  }

  /** Does work in steps to its end, and gives what it comes to. */
  async finish<Result>(steps: Steps<Result>): Promise<Result> {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (this.areOver) await this.next()
    }
  }

  /** Does the work for each, one after the other. */
  async forEach<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    for (const item of items) {
      if (this.areOver) await this.next()
      work(item)
    }
  }

  /** The items that the work says yes to. */
  async filter<Item>(items: Iterable<Item>, isMeant: (item: Item) => boolean): Promise<Item[]> {
    const meant: Item[] = []
    await this.forEach(items, (item) => void (isMeant(item) && meant.push(item)))
    return meant
  }
}
