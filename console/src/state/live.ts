import { controlToken, isTokenWanted } from '../api/control-token.ts'
import { messageOf } from '../api/failure.ts'
import { controlUrl } from '../api/roots.ts'
import { control } from '../api/send.ts'
import { eventsIn, type ServerEvent } from './event-stream.ts'
import { pause, visible } from './pause.ts'

/** What the console sees of a connection: it follows the server, asks it each second, or cannot. */
export type LiveState = 'connecting' | 'live' | 'asking' | 'lost' | { readonly refused: string }

/** What is followed. */
export interface Following {
  readonly world: string
  /** Whether events of all worlds are followed. */
  readonly isOfAll?: boolean
  /** The types of events: `call`, `pending`, `faults`. */
  readonly types: readonly string[]
  /** Criteria for calls, as the journal takes them. */
  readonly match?: Readonly<Record<string, string>>
  /** Whether the calls that the journal has already come first. */
  readonly isFromBeginning?: boolean
  readonly onEvents: (events: readonly ServerEvent[]) => void
  readonly onState: (state: LiveState) => void
}

/** Milliseconds before a lost connection is tried again, and between two questions. */
const interval = 1000

/** The id of an event before all others: what the journal has is sent first. */
const beginning = '0'

/** The most calls of one answer, where the journal is asked. */
const mostAsked = 1000

/** How often the journal is asked for a call again. */
const asksAgain = 5

/**
 * Follows what happens in a world while the page can be seen: by the server's events, from where it left off, or by
 * the journal where the server has no room for another listener. Reads the stream by `fetch`, since an EventSource
 * sends no token of test control.
 *
 * @returns A function that ends it.
 */
export function follow(following: Following): () => void {
  const ended = new AbortController()
  void run(following, ended.signal)
  return () => ended.abort()
}

async function run(following: Following, signal: AbortSignal): Promise<void> {
  const { onState, match } = following
  // The calls of the console are no events.
  if (match?.source === 'console') return ask(following, signal)
  let lastId = following.isFromBeginning ? beginning : undefined
  while (!signal.aborted) {
    await visible(signal)
    const hidden = new AbortController()
    const hide = (): void => (document.hidden ? hidden.abort() : undefined)
    document.addEventListener('visibilitychange', hide)
    try {
      const response = await open(following, lastId, AbortSignal.any([signal, hidden.signal]))
      if (response.status === 404 || response.status === 503) return await ask(following, signal)
      if (response.status === 401) isTokenWanted.value = true
      if (!response.ok || response.body === null) return onState({ refused: await refusalOf(response) })
      onState('live')
      for await (const batch of eventsIn(response.body)) {
        // The stream of another page or filter has ended; what is still on its way is not shown.
        if (signal.aborted) return
        following.onEvents(batch.events)
        lastId = batch.lastId ?? lastId
      }
    } catch {
      // The server went away, or the page was hidden: from the last event on, once it can be reached again.
    } finally {
      document.removeEventListener('visibilitychange', hide)
    }
    if (signal.aborted || document.hidden) continue
    onState('lost')
    await pause(interval, signal)
  }
}

function open(
  { world, isOfAll, types, match }: Following,
  lastId: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const query = new URLSearchParams({ ...match, events: types.join(','), ...(isOfAll && { world: 'all' }) })
  const headers: Record<string, string> = { accept: 'text/event-stream' }
  if (controlToken.value !== undefined) headers['x-mock-token'] = controlToken.value
  if (lastId !== undefined) headers['last-event-id'] = lastId
  return fetch(`${controlUrl(world, '/events')}?${query}`, { headers, cache: 'no-store', signal })
}

async function refusalOf(response: Response): Promise<string> {
  const body: { message?: string } = await response.json().catch(() => ({}))
  return body.message ?? `The server answered ${response.status}.`
}

/** Asks the journal each second for what came since; for a while again, since calls are listed once they are answered. */
async function ask(following: Following, signal: AbortSignal): Promise<void> {
  const { world, match = {}, onEvents, onState } = following
  const latest: string[] = []
  while (!signal.aborted) {
    await visible(signal)
    try {
      const since = latest.length < asksAgain ? undefined : latest.shift()
      const query = { ...match, limit: mostAsked, since }
      const { items } = await control<{ items: readonly { id: string }[] }>(world, '/requests', { query, signal })
      onState('asking')
      onEvents(items.map((data) => ({ type: 'call', data })))
      const last = items.at(-1)?.id ?? latest.at(-1)
      if (last !== undefined) latest.push(last)
    } catch (error) {
      if (!signal.aborted) onState({ refused: messageOf(error) })
    }
    await pause(interval, signal)
  }
}
