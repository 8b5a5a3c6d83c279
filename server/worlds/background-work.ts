import { BackgroundCheckpoints } from '#db/background-checkpoints.ts'
import { nextTurn, TimeSlices } from './time-slices.ts'
import type { World } from './world.ts'

/** Milliseconds of work after which other calls are answered. */
const slice = 2

/** Turns of the event loop that other calls have before the work pauses for them. */
const turnsBeforePause = 10

/**
 * Long work that writes much to a world, so that other calls are answered in between: their turns come after small parts,
 * and the log of the database is checkpointed by another thread.
 */
export class BackgroundWork {
  readonly #slices = new TimeSlices(slice, { givesWay: true })
  readonly #checkpoints: BackgroundCheckpoints
  readonly #world: World
  #turns = 0

  constructor(world: World) {
    this.#world = world
    this.#checkpoints = new BackgroundCheckpoints(() => (world.isRetired ? undefined : world.db))
  }

  /** Whether other calls came in a moment ago: then the parts of the work are to be small, each with a turn after it. */
  get isAmongCalls(): boolean {
    return this.#slices.areShort
  }

  /** Whether other calls are due, where none came in a moment ago. */
  get isSliceOver(): boolean {
    return this.#slices.areOver
  }

  /**
   * Lets other calls be answered, after a part of the work that is as long as it is to be.
   *
   * @param isLarge Whether so much is written that another thread is worth its memory.
   */
  async giveWay(isLarge: boolean): Promise<void> {
    if (this.#slices.areShort && ++this.#turns % turnsBeforePause !== 0) return await nextTurn()
    if (isLarge && this.#checkpoints.areDue) await this.#checkpoints.run()
    await this.#slices.next()
  }

  /** Takes steps until one says that it was the last, or the world is gone. Each may write as much as a call may wait for. */
  async repeat(step: () => boolean): Promise<void> {
    while (!this.#world.isRetired && !step()) {
      if (this.isAmongCalls || this.isSliceOver) await this.giveWay(true)
    }
  }

  /** Ends the thread, with what is left of the log in the database. */
  end(): Promise<void> {
    return this.#checkpoints.end()
  }
}

/** Takes steps beside other calls, as `repeat` of a work of their own. */
export async function inBackground(world: World, step: () => boolean): Promise<void> {
  const work = new BackgroundWork(world)
  try {
    await work.repeat(step)
  } finally {
    await work.end()
  }
}
