import './time.css'
import { useState } from 'preact/hooks'
import type { Settings } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { isChange, useChanges } from '../../state/changes.ts'
import { useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'
import { forgetExport, type Row, tablesOf } from '../../state/world-export.ts'
import { Notice } from '../../ui/notice.tsx'
import { act } from '../../ui/notifications.tsx'
import { AdvancePanel } from './advance-panel.tsx'
import { useClock } from './clock.ts'
import { ClockPanel } from './clock-panel.tsx'
import { millisecondsOf } from './durations.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { type Transition, upcomingChanges } from './upcoming.ts'
import { UpcomingTable } from './upcoming-table.tsx'

/** The types of events that change the clock, or what comes by it. */
const changing = ['call', 'world', 'clock', 'faults', 'stubs', 'settings']

/** The clock of a world, how it is moved, and what changes then. */
export default function TimePage() {
  const { clock, error, reload } = useClock()
  const [by, setBy] = useState('1h')
  const held = useLoaded(readTimes, [world.value])
  const refresh = (): void => {
    forgetExport()
    reload()
    held.reload()
  }
  useChanges({ types: changing, concerns: isChange }, async () => {
    reload()
    forgetExport()
    await tablesOf(world.value)
    held.reload()
  })
  const move = async (path: string, body: unknown, done: string): Promise<void> => {
    await act(() => control(world.value, `/time/${path}`, { method: 'POST', body }), done)
    refresh()
  }
  const target = clock && clock.now + (millisecondsOf(by) ?? 0) / 1000
  return (
    <>
      <h1>Time</h1>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {clock === undefined || target === undefined ? (
        error === undefined && <p class="quiet">Loading…</p>
      ) : (
        <>
          <div class="columns">
            <ClockPanel clock={clock} move={move} />
            <AdvancePanel clock={clock} by={by} setBy={setBy} target={target} move={move} />
          </div>
          <PreviewPanel by={by} />
          <section aria-labelledby="upcoming">
            <h2 id="upcoming">What will change</h2>
            <p class="actions">
              <button type="button" onClick={refresh}>
                Refresh
              </button>
            </p>
            {held.error !== undefined && <Notice kind="error">{held.error}</Notice>}
            {held.value === undefined ? (
              held.error === undefined && <p class="quiet">Loading…</p>
            ) : (
              <UpcomingTable
                changes={upcomingChanges(held.value.tables, held.value.transitions, clock.now)}
                transitions={held.value.transitions}
                now={clock.now}
                target={target}
              />
            )}
          </section>
        </>
      )}
    </>
  )
}

/** Reads what has times: the export of the world, its transitions, and its faults and stubs. */
async function readTimes(signal: AbortSignal) {
  const name = world.value
  const read = <Body,>(path: string): Promise<Body> => control<Body>(name, path, { signal })
  const [tables, settings, faults, stubs] = await Promise.all([
    tablesOf(name),
    read<Settings>('/settings'),
    read<{ items: readonly Row[] }>('/faults'),
    read<{ items: readonly Row[] }>('/stubs'),
  ])
  const transitions = settings.transitions as Readonly<Record<string, Transition | undefined>>
  return { tables: { ...tables, faults: faults.items, stubs: stubs.items }, transitions }
}
