import type { Child } from './child.ts'
import type { Call } from './connection.ts'
import { rate } from './load.ts'
import { measured, type Running } from './rounds.ts'
import type { Contestant, Effort, Measured } from './row.ts'

/** A contestant that is asked over the wire. */
export interface Asked extends Contestant {
  readonly child: Child
  readonly call: Call
  /** How many times as long as others it is loaded before the first round; once when absent. */
  readonly warmUps?: number | undefined
  /** What is done before every slice. */
  readonly before?: () => Promise<unknown>
  /** The same started anew before every slice, which makes `child` the first one. */
  readonly restarted?: () => Promise<Child>
}

/** Loads all in turns: answers per second of processor time. */
export async function loaded(
  asked: readonly Asked[],
  { rounds, slice, warmUp }: Effort,
  skipped?: Measured['skipped'],
): Promise<Measured> {
  const running: Running[] = []
  for (const { child, call, warmUps = 1, before, restarted, ...contestant } of asked) {
    const rateFor = async (milliseconds: number): Promise<number> => {
      await before?.()
      if (restarted === undefined) return rate(child, call, milliseconds)
      const anew = await restarted()
      await rate(anew, call, slice)
      return rate(anew, call, milliseconds)
    }
    await rateFor(warmUp * warmUps)
    running.push({ ...contestant, figure: () => rateFor(slice) })
  }
  return measured(rounds, running, skipped)
}
