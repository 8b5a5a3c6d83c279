import { useRef, useState } from 'preact/hooks'
import type { LiveState } from '../../state/live.ts'
import { linkTo, place, world } from '../../state/route.ts'
import { countText } from '../../ui/amounts.ts'
import { Notice } from '../../ui/notice.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import type { CallRow } from './call-row.ts'
import { columns } from './columns.tsx'
import { criteriaOf, Filters, filtersIn } from './filters.tsx'
import { NearMisses } from './near-misses.tsx'
import { isRefused } from './status-text.tsx'
import { type Calls, useCalls } from './use-calls.ts'

/** Every call as it comes, the newest first. */
export function CallList() {
  const filters = filtersIn(place.value.query)
  const calls = useCalls(world.value, criteriaOf(filters))
  const known = useRef(new Set<string>())
  for (const { name } of calls.rows.slice(-100)) if (!name.startsWith('/')) known.current.add(name)
  return (
    <>
      <h1>Traffic</h1>
      {place.value.query.has('near') && <NearMisses />}
      <Filters operations={[...known.current].sort()} />
      {typeof calls.state === 'object' && <Notice kind="error">{calls.state.refused}</Notice>}
      <HeldList key={JSON.stringify(filters)} calls={calls} filters={filters} />
    </>
  )
}

/** Pixels below which a list counts as being at its top. */
const atTop = 8

/** The list, which stands still while it is paused, or while somebody has scrolled away from its top. */
function HeldList({ calls, filters }: { calls: Calls; filters: Readonly<Record<string, string>> }) {
  const [isPaused, setIsPaused] = useState(false)
  const [isScrolled, setIsScrolled] = useState(false)
  const wrapper = useRef<HTMLDivElement>(null)
  const shown = useRef<{ calls: Calls; newestFirst: readonly CallRow[] }>({ calls, newestFirst: [] })
  const before = shown.current.calls
  if ((before.rows !== calls.rows || before.pending !== calls.pending) && !isPaused && !isScrolled) {
    const newestFirst = [...calls.pending.toReversed(), ...calls.rows.toReversed()]
    shown.current = { calls, newestFirst: filters.refused === 'true' ? newestFirst.filter(isRefused) : newestFirst }
  }
  const fresh = calls.count - shown.current.calls.count
  const showAll = (): void => {
    setIsPaused(false)
    wrapper.current?.querySelector('.table')?.scrollTo(0, 0)
  }
  return (
    <>
      <div class="toolbar">
        <button type="button" aria-pressed={isPaused} onClick={() => setIsPaused(!isPaused)}>
          Pause
        </button>
        {fresh > 0 && (
          <button type="button" class="primary" onClick={showAll}>
            Show {fresh} new {fresh === 1 ? 'call' : 'calls'}
          </button>
        )}
        <span class="quiet">
          {stateText(calls.state, isPaused)} {shownText(calls)}
          {filters.refused === 'true' && ` ${shown.current.newestFirst.length} of them were refused.`}
        </span>
      </div>
      <div
        ref={wrapper}
        onScrollCapture={({ target }) => setIsScrolled(target instanceof Element && target.scrollTop > atTop)}
      >
        <VirtualTable
          label="Calls"
          columns={columns}
          rows={shown.current.newestFirst}
          keyOf={({ id }) => id}
          linkOf={({ id }) => linkTo(`traffic/${id}`, filters)}
          empty={emptyText(calls.state, Object.keys(filters).length > 0)}
        />
      </div>
    </>
  )
}

function stateText(state: LiveState, isPaused: boolean): string {
  if (typeof state === 'object') return 'Stopped.'
  if (isPaused) return 'Paused.'
  const texts = { connecting: 'Connecting…', live: 'Live.', asking: 'Asks each second.', lost: 'The server is away…' }
  return texts[state]
}

const shownText = ({ rows, missed }: Calls): string =>
  `${countText(rows.length, 'call')}${missed > 0 ? `; ${missed.toLocaleString('en')} more were forgotten` : ''}.`

function emptyText(state: LiveState, isFiltered: boolean): string {
  if (state === 'connecting') return 'Loading…'
  return isFiltered ? 'No call meets the filters.' : 'No calls yet. Send one to the base URL of this world.'
}
