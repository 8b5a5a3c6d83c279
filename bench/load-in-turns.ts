import type { Child } from './child.ts'
import type { Call } from './connection.ts'
import { rate } from './load.ts'
import { measureInTurns, type Running } from './rounds.ts'
import type { Contestant, Effort, Measured } from './row.ts'

/** A contestant that is measured by calls to its server. */
export interface LoadedContestant extends Contestant {
  readonly child: Child
  readonly call: Call
  /** The factor by which its warm-up is longer than others'; 1 when absent. */
  readonly warmUps?: number | undefined
  /** Runs before every slice. */
  readonly before?: () => Promise<unknown>
  /** Restarts the server before every slice; `child` is the first one. */
  readonly restart?: () => Promise<Child>
}

/** Measures answers per second of processor time, contestant by contestant in turns. */
export async function loadInTurns(
  contestants: readonly LoadedContestant[],
  { rounds, slice, warmUp, isBesideReference = false }: Effort,
  skipped?: Measured['skipped'],
): Promise<Measured> {
  const running: Running[] = []
  const measured = isBesideReference ? contestants.slice(0, 2) : contestants
  for (const { child, call, warmUps = 1, before, restart, ...contestant } of measured) {
    const rateFor = async (milliseconds: number): Promise<number> => {
      await before?.()
      if (restart === undefined) return rate(child, call, milliseconds)
      const fresh = await restart()
      await rate(fresh, call, slice)
      return rate(fresh, call, milliseconds)
    }
    await rateFor(warmUp * warmUps)
    running.push({ ...contestant, figure: () => rateFor(slice) })
  }
  return measureInTurns(rounds, running, skipped)
}
