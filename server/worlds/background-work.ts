import { BackgroundCheckpoints } from '#db/background-checkpoints.ts'
import { OpenTransaction } from '#db/transaction.ts'
import { RecentCalls } from './recent-calls.ts'
import { nextTurn, TimeSlices } from './time-slices.ts'
import type { World } from './world.ts'

/** Milliseconds of work after which other calls are answered. */
const slice = 2

/** Milliseconds after a call for which the parts of the work stay small: another one may follow. */
const recent = 250

/**
 * Parts that are committed together. Small ones among calls: a commit takes longer than any of them, so that few calls may
 * meet one. Of large ones so many that a page which each of them changes is written to the log once.
 */
const partsOfTransaction = { small: 100, large: 5 } as const

/**
 * Long work that writes much to a world, so that other calls are answered in between: their turns come after small parts,
 * and the log of the database is checkpointed by another thread.
 */
export class BackgroundWork {
  readonly #slices = new TimeSlices(slice, { givesWay: true })
  readonly #calls = new RecentCalls()
  readonly #transaction = new OpenTransaction()
  readonly #checkpoints: BackgroundCheckpoints
  readonly #world: World

  constructor(world: World) {
    this.#world = world
    this.#checkpoints = new BackgroundCheckpoints(() => (world.isRetired ? undefined : world.db))
  }

  /** Whether other calls came in lately: then the parts of the work are to be small, each with a turn after it. */
  get isAmongCalls(): boolean {
    return this.#calls.within(recent)
  }

  /** Whether other calls are due, where none came in lately. */
  get isSliceOver(): boolean {
    return this.#slices.areOver
  }

  /** Writes a part of the work, with others in one transaction. */
  write<Result>(work: () => Result): Result {
    return this.#world.write(work, true, this.#transaction.run)
  }

  /**
   * Lets other calls be answered, after a part of the work that is as long as it is to be.
   *
   * @param isLarge Whether so much is written that another thread is worth its memory.
   */
  async giveWay(isLarge: boolean): Promise<void> {
    if (this.#transaction.parts >= partsOfTransaction[this.isAmongCalls ? 'small' : 'large']) {
      await nextTurn()
      this.#commit()
    }
    // While calls come in one after the other, each part is followed by a pause, in which several are answered.
    if (!this.#slices.areShort && !this.#slices.areOver) return await nextTurn()
    if (isLarge && this.#checkpoints.areDue) {
      this.#commit()
      await this.#checkpoints.run()
    }
    await this.#slices.next()
  }

  /** Takes steps until one says that it was the last, or the world is gone. Each may write as much as a call may wait for. */
  async repeat(step: () => boolean): Promise<void> {
    while (!this.#world.isRetired && !step()) {
      if (this.isAmongCalls || this.isSliceOver) await this.giveWay(true)
    }
  }

  /** Stores what is written, and ends the thread, with what is left of the log in the database. */
  async end(): Promise<void> {
    try {
      this.#commit()
    } finally {
      await this.#checkpoints.end()
    }
  }

  /** Commits the parts as any write does, whose errors say what was lacking. */
  #commit(): void {
    if (this.#transaction.parts > 0 && !this.#world.isRetired) this.#world.write(() => undefined)
  }
}

/** Takes steps beside other calls, as `repeat` of a work of their own. */
export async function inBackground(world: World, step: (work: BackgroundWork) => boolean): Promise<void> {
  const work = new BackgroundWork(world)
  try {
    await work.repeat(() => step(work))
  } finally {
    await work.end()
  }
}
