import { useEffect, useState } from 'preact/hooks'
import type { Time } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'

/** The clock of a world, as it was read and as it runs on. */
export interface WorldClock {
  readonly frozen: boolean
  /** Unix seconds, now. */
  readonly now: number
}

/** Reads the clock of the world that is shown, and lets it run on where it does. */
export function useClock(): { clock: WorldClock | undefined; error: string | undefined; reload: () => void } {
  const { value, error, reload } = useLoaded(
    async (signal) => ({ time: await control<Time>(world.value, '/time', { signal }), read: performance.now() }),
    [world.value],
  )
  const [, setTick] = useState(0)
  const isRunning = value?.time.frozen === false
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setTick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  if (value === undefined) return { clock: undefined, error, reload }
  const { time, read } = value
  const since = time.frozen ? 0 : (performance.now() - read) / 1000
  return { clock: { frozen: time.frozen, now: Date.parse(time.iso) / 1000 + since }, error, reload }
}
