import type { Steps } from '#db/incremental-task.ts'
import type { Stray } from '#db/world-files.ts'

/** What was done to all worlds, and what could not be, with the reasons. */
export interface AllWorldsResult {
  readonly done: readonly string[]
  readonly failed: readonly Stray[]
  /** What stands among the files of worlds, and is none. */
  readonly strays: readonly Stray[]
}

/** Does the work to each world, a world a step, also after one to which it cannot be done. */
export function* forAllWorlds(
  worlds: readonly string[],
  work: (world: string) => void,
): Steps<Omit<AllWorldsResult, 'strays'>> {
  const [done, failed]: [string[], Stray[]] = [[], []]
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
