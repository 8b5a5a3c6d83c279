import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Child } from './child.ts'

/** Whether the processor time of any process can be read on this system. */
export const readsAnyProcess = existsSync('/proc/self/task') && existsSync('/proc/self/schedstat')

/**
 * Starts to count the processor time of a server, threads and child processes included; the returned function gives the
 * seconds since. On Linux it is read from /proc for every server, in nanoseconds; elsewhere only servers of the bench
 * can report it.
 */
export async function meter(child: Child): Promise<() => Promise<number>> {
  if (!readsAnyProcess) {
    const before = await requestUsage(child)
    return async () => (await requestUsage(child)) - before
  }
  const before = new Map(threads(child.process.pid ?? 0))
  return async () => {
    const after = threads(child.process.pid ?? 0)
    return after.reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0) / 1e9
  }
}

/** Returns every thread with its nanoseconds; a thread that ends takes its total along. */
function threads(pid: number): [thread: string, nanoseconds: number][] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const file = (name: string) => textOf(`/proc/${pid}/task/${thread}/${name}`)
    const time = Number(file('schedstat').split(' ')[0])
    return [
      [thread, time],
      ...file('children')
        .split(' ')
        .filter(Boolean)
        .flatMap((id) => threads(Number(id))),
    ]
  })
}

/** Reads a file; empty for a thread that has ended. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function requestUsage({ process }: Child): Promise<number> {
  const answered = once(process, 'message')
  process.send('usage')
  const { user, system }: NodeJS.CpuUsage = (await answered)[0]
  return (user + system) / 1e6
}
