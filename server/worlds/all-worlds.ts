import type { IncrementalTask } from '#db/incremental-task.ts'
import type { StrayFile } from '#db/world-files.ts'

/** The worlds that an action on all worlds reached, and those that it did not, with the reasons. */
export interface AllWorldsResult {
  readonly done: readonly string[]
  readonly failed: readonly StrayFile[]
  /** Files among those of the worlds that cannot be used as one. */
  readonly strays: readonly StrayFile[]
}

/** Applies an action to each world, one per step; a failure for one world does not stop the others. */
export function* forAllWorlds(
  worlds: readonly string[],
  work: (world: string) => void,
): IncrementalTask<Omit<AllWorldsResult, 'strays'>> {
  const [done, failed]: [string[], StrayFile[]] = [[], []]
  for (const name of worlds) {
    try {
      work(name)
      done.push(name)
    } catch (error) {
      failed.push({ name, reason: error instanceof Error ? error.message : String(error) })
    }
    yield
  }
  return { done, failed }
}
