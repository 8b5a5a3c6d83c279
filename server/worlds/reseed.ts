import type { IncrementalTask } from '#db/incremental-task.ts'
import type { WorldRegistry } from './world-registry.ts'

/** What became of the worlds that were made of a seed which was read again. */
export interface ReseededWorlds {
  readonly reset: readonly string[]
  /** Those that were changed since they were made, and stay as they are. */
  readonly changed: readonly string[]
}

/**
 * Puts a new image of a seed in the place of its former one. Worlds in memory that were made of the former and not
 * changed since begin anew, with the journal, faults and stubs that they have; one per step.
 */
export function* reseed(worlds: WorldRegistry, former: Buffer, image: Buffer): IncrementalTask<ReseededWorlds> {
  const made = worlds.images.replaceSeed(former, image)
  const changed = made.flatMap(({ name, isChanged }) => (isChanged ? [name] : []))
  const reset = made.flatMap(({ name, isChanged }) => (isChanged ? [] : [name]))
  for (const name of reset) {
    worlds.resets.one(name, { image }, ['journal', 'faults', 'stubs'])
    yield
  }
  return { reset, changed }
}
