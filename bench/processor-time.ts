import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Child } from './child.ts'

/** Whether the processor time of any process can be read here. */
export const readsAnyProcess = existsSync('/proc/self/task') && existsSync('/proc/self/schedstat')

/**
 * Starts to count the processor time that a server uses, its threads and child processes included; the function gives
 * the seconds since then. On Linux it is read from /proc for all alike, in nanoseconds; elsewhere a server of the
 * bench's own is asked, and any other cannot be measured.
 */
export async function meter(child: Child): Promise<() => Promise<number>> {
  if (!readsAnyProcess) {
    const before = await asked(child)
    return async () => (await asked(child)) - before
  }
  const before = new Map(threads(child.process.pid ?? 0))
  return async () => {
    const after = threads(child.process.pid ?? 0)
    return after.reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0) / 1e9
  }
}

/** Every thread with its nanoseconds: counted by thread, because what has ended takes its total with it. */
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

/** Empty for a thread that has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function asked({ process }: Child): Promise<number> {
  const answered = once(process, 'message')
  process.send('usage')
  const { user, system }: NodeJS.CpuUsage = (await answered)[0]
  return (user + system) / 1e6
}
