import type { Child } from './child.ts'
import type { Call } from './connection.ts'
import { Load } from './load.ts'
import { measured, type Running } from './rounds.ts'
import type { Contestant, Effort, Measured } from './row.ts'

/** A contestant that is asked over the wire. */
export interface Asked extends Contestant {
  readonly child: Child
  readonly call: Call
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
  const ends: (() => void)[] = []
  const running: Running[] = []
  for (const { child, call, before, restarted, ...contestant } of asked) {
    let load = await Load.on(child)
    ends.push(() => load.close())
    const rate = async (milliseconds: number): Promise<number> => {
      await before?.()
      if (restarted !== undefined) {
        load.close()
        load = await Load.on(await restarted())
        await load.rate(call, slice)
      }
      return load.rate(call, milliseconds)
    }
    await rate(warmUp)
    running.push({ ...contestant, figure: () => rate(slice) })
  }
  const result = await measured(rounds, running, skipped)
  for (const end of ends) end()
  return result
}
