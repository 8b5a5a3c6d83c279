import type { Request } from '../../../../server/library/generated/control.ts'

/** What the list shows of a call. Headers and bodies stay with the server. */
export interface CallRow {
  readonly id: string
  /** Rises from one call to the next. */
  readonly order: number
  readonly received: string
  readonly method: string
  /** The operation, or the path where there is none. */
  readonly name: string
  readonly status: number | null
  readonly isLost: boolean
  readonly duration: number | null
  readonly rules: readonly string[]
  readonly warnings: number
  readonly faults: number
  readonly stub: string | null
  /** Whether it is still being answered. */
  readonly isPending?: boolean
}

/** A call as events have it: without bodies. */
export type CallHead = Omit<Request, 'request' | 'answer'> & { readonly answer: { readonly lost: boolean } }

/** The most calls that are kept: the oldest go first. */
export const mostCalls = 100_000

/** Returns what the list shows of a call. */
export const rowOf = (call: CallHead): CallRow => ({
  id: call.id,
  order: Number(call.id),
  received: call.received,
  method: call.method,
  name: call.operation ?? call.url,
  status: call.status,
  isLost: call.answer.lost,
  duration: call.duration_ms,
  rules: call.rules,
  warnings: call.warnings.length,
  faults: call.faults.length,
  stub: call.stub,
})

/**
 * Returns calls in the order of their arrival, with further ones in their places. One that is there is replaced; a
 * server that was started anew numbers its calls from the beginning, and those before are not its own.
 */
export function withCalls(rows: readonly CallRow[], added: readonly CallRow[]): readonly CallRow[] {
  const all = rows.slice()
  for (const row of added) {
    const last = all.at(-1)
    if (last !== undefined && row.order <= last.order && row.received > last.received) all.length = 0
    const place = placeOf(all, row.order)
    all.splice(place, all[place]?.id === row.id ? 1 : 0, row)
  }
  return all.length > mostCalls ? all.slice(-mostCalls) : all
}

/** Returns pending calls that are not among the ones that have come since they were listed. */
export const stillPending = (pending: readonly CallRow[], rows: readonly CallRow[]): readonly CallRow[] =>
  pending.filter(({ id, order }) => rows[placeOf(rows, order)]?.id !== id)

/** Returns the index of the first row that is not before an order. New calls are mostly the last ones. */
function placeOf(rows: readonly CallRow[], order: number): number {
  if ((rows.at(-1)?.order ?? 0) < order) return rows.length
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.order ?? 0) < order) low = middle + 1
    else high = middle
  }
  return low
}
