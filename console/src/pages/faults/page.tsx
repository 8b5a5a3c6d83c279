import './faults.css'
import type { Fault, Stub } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useChanges } from '../../state/changes.ts'
import { useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { ActiveFaults } from './active-faults.tsx'
import { ActiveStubs } from './active-stubs.tsx'
import { AddFault } from './add-fault.tsx'
import { Presets } from './presets.tsx'
import { RemoveAll } from './remove-all.tsx'

interface InForce {
  readonly faults: readonly Fault[]
  readonly stubs: readonly Stub[]
}

async function load(signal: AbortSignal): Promise<InForce> {
  const [faults, stubs] = await Promise.all([
    control<{ items: readonly Fault[] }>(world.value, '/faults', { signal }),
    control<{ items: readonly Stub[] }>(world.value, '/stubs', { signal }),
  ])
  return { faults: faults.items, stubs: stubs.items }
}

/** What fails, and what is answered in place of operations: what is in force, and what can be added. */
export default function FaultsPage() {
  const { value, error, reload } = useLoaded(load, [world.value])
  useChanges({ types: ['call', 'faults', 'stubs', 'world', 'clock'] }, reload)
  return (
    <>
      <h1>Faults</h1>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <section class="card" aria-labelledby="in-force">
        <h2 id="in-force">In force</h2>
        {value === undefined ? (
          error === undefined && <p class="quiet">Loading…</p>
        ) : (
          <>
            <ActiveFaults faults={value.faults} reload={reload} />
            <ActiveStubs stubs={value.stubs} reload={reload} />
            <RemoveAll faults={value.faults.length} stubs={value.stubs.length} reload={reload} />
          </>
        )}
      </section>
      <div class="columns faults">
        <Presets reload={reload} />
        <AddFault reload={reload} />
      </div>
    </>
  )
}
