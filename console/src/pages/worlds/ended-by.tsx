import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { countText } from '../../ui/amounts.ts'

/** Says what ends with a world: recorded calls, faults and stubs. */
export function EndedBy({ world }: { world: string }) {
  const { value, error } = useLoaded((signal) => countsOf(world, signal), [world])
  if (error !== undefined) return <p>What it would end is not known: {error}</p>
  if (value === undefined) return <p class="quiet">Loading what this ends…</p>
  const [calls, faults, stubs] = value
  return (
    <p>
      This ends {countText(calls, 'recorded call')}, {countText(faults, 'fault')} and {countText(stubs, 'stub')}, and
      answers who waits for a call.
    </p>
  )
}

async function countsOf(world: string, signal: AbortSignal): Promise<readonly [number, number, number]> {
  const [{ count }, faults, stubs] = await Promise.all([
    control<{ count: number }>(world, '/requests/count', { signal }),
    control<{ items: readonly unknown[] }>(world, '/faults', { signal }),
    control<{ items: readonly unknown[] }>(world, '/stubs', { signal }),
  ])
  return [count, faults.items.length, stubs.items.length]
}
