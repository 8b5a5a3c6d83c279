import { useEffect, useRef } from 'preact/hooks'
import { controlToken } from '../api/control-token.ts'
import type { ServerEvent } from './event-stream.ts'
import { follow } from './live.ts'
import { pause } from './pause.ts'
import { world } from './route.ts'

/** Milliseconds in which events are gathered before a page loads again, and the shortest time between two loads. */
const [gathers, shortest] = [100, 500]

/** How many times as long as a load has taken the page waits before the next. */
const patience = 5

/** What a page shows that others may change. */
export interface Changes {
  /** The types of events that may change it; nothing does without any. */
  readonly types: readonly string[]
  /** Whether events of all worlds may. */
  readonly isOfAll?: boolean
  /** Returns whether an event changes it; all do when absent. */
  readonly concerns?: (event: ServerEvent) => boolean
}

/**
 * Loads what a page shows again when something has changed: the events of a while at once, and the less often the
 * longer it takes.
 */
export function useChanges({ types, isOfAll = false, concerns }: Changes, load: () => unknown): void {
  const latest = useRef(load)
  latest.current = load
  useEffect(() => {
    if (types.length === 0) return
    const ended = new AbortController()
    const { signal } = ended
    let [isWanted, isLoading] = [false, false]
    const loadAgain = async (): Promise<void> => {
      isWanted = true
      if (isLoading) return
      isLoading = true
      await pause(gathers, signal)
      while (isWanted && !signal.aborted) {
        isWanted = false
        const start = performance.now()
        await Promise.resolve(latest.current()).catch(() => {})
        await pause(Math.max(shortest, (performance.now() - start) * patience), signal)
      }
      isLoading = false
    }
    const end = follow({
      world: world.value,
      isOfAll,
      types,
      onEvents: (events) => {
        if (concerns === undefined || events.some((event) => event.type === 'gap' || concerns(event))) void loadAgain()
      },
      // What happened between the first load and the connection is in no event.
      onState: (state) => {
        if (state === 'live') void loadAgain()
      },
    })
    return () => {
      ended.abort()
      end()
    }
  }, [world.value, types.join(), isOfAll, controlToken.value])
}

/** Returns whether an event is that of a call which may have changed something, or no call at all. */
export function isChange({ type, data }: ServerEvent): boolean {
  if (type !== 'call') return true
  const { method, status } = data as { method: string; status: number | null }
  return method !== 'GET' && method !== 'HEAD' && (status ?? 500) < 400
}
