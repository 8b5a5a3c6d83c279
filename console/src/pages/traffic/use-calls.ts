import { useEffect, useState } from 'preact/hooks'
import { controlToken } from '../../api/control-token.ts'
import type { ServerEvent } from '../../state/event-stream.ts'
import { inFrames } from '../../state/frame-batches.ts'
import { follow, type LiveState } from '../../state/live.ts'
import { type CallHead, type CallRow, rowOf, stillPending, withCalls } from './call-row.ts'

/** The calls of a world that meet criteria, as they come. */
export interface Calls {
  /** By arrival, the oldest first. */
  readonly rows: readonly CallRow[]
  /** Those that are still being answered, in the same order. */
  readonly pending: readonly CallRow[]
  /** How many have come since the list was opened. */
  readonly count: number
  /** How many calls the server had forgotten before they could be shown. */
  readonly missed: number
  readonly state: LiveState
}

const nothing = { rows: [], pending: [], count: 0, missed: 0 }

/** Follows the calls of a world. */
export function useCalls(world: string, match: Readonly<Record<string, string>>): Calls {
  const [calls, setCalls] = useState<Omit<Calls, 'state'>>(nothing)
  const [state, setState] = useState<LiveState>('connecting')
  const key = JSON.stringify(match)
  useEffect(() => {
    let isOver = false
    setCalls(nothing)
    setState('connecting')
    const deliver = inFrames<ServerEvent>((events) => {
      if (!isOver) setCalls((before) => withEvents(before, events))
    })
    const types = ['call', 'pending']
    const end = follow({ world, types, match, isFromBeginning: true, onEvents: deliver, onState: setState })
    return () => {
      isOver = true
      end()
    }
  }, [world, key, controlToken.value])
  return { ...calls, state }
}

function withEvents(before: Omit<Calls, 'state'>, events: readonly ServerEvent[]): Omit<Calls, 'state'> {
  const added: CallRow[] = []
  let { missed, pending } = before
  for (const { type, data } of events) {
    if (type === 'call') added.push(rowOf(data as CallHead))
    else if (type === 'pending') pending = (data as { items: readonly CallHead[] }).items.map(pendingRowOf)
    // Before the first call, nobody has counted.
    else if (type === 'gap') missed += (data as { missed: number | null }).missed ?? 0
  }
  const rows = added.length === 0 ? before.rows : withCalls(before.rows, added)
  return { rows, pending: stillPending(pending, rows), count: before.count + added.length, missed }
}

const pendingRowOf = (call: CallHead): CallRow => ({ ...rowOf(call), isPending: true })
