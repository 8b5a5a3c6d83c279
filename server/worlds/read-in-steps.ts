import { changeCountOf, connectionIdOf } from '#db/change-count.ts'
import { type IncrementalTask, runToCompletion } from '#db/incremental-task.ts'
import { TimeSlices } from './time-slices.ts'
import type { World } from './world.ts'

/** Milliseconds of reading after which other calls are answered. */
const slice = 5

/**
 * Runs a long read in steps, between which other calls are answered. It reads one state of the world: where something is
 * written meanwhile, it begins anew and takes all steps at once.
 */
export async function readInSteps<Result>(world: World, steps: () => IncrementalTask<Result>): Promise<Result> {
  const slices = new TimeSlices(slice)
  const state = stateOf(world)
  for (const task = steps(); ; ) {
    const { done, value } = task.next()
    if (done === true) return value
    if (!slices.areOver) continue
    await slices.next()
    if (world.isRetired || stateOf(world) !== state) return runToCompletion(steps())
  }
}

const stateOf = ({ readable }: World): string => `${connectionIdOf(readable)} ${changeCountOf(readable)}`
