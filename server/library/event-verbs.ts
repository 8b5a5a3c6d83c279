import { setTimeout } from 'node:timers/promises'
import type { EventSourceMessage } from 'eventsource-parser/stream'
import { ControlError, withQuery } from './control.ts'
import type { JournaledRequest, RequestMatch } from './journaled-request.ts'
import { parametersOf } from './request-parameters.ts'
import type { Fetch } from './transport.ts'

/**
 * A request of the journal with its response, without their bodies.
 *
 * @example
 * await mock.fetch('/ad_accounts')
 * for await (const event of mock.events({ after: '0', events: ['call'] })) {
 *   if (event.type !== 'call') continue
 *   const call: WatchedCall = event.data
 *   console.log(call.operation, call.status)
 *   break
 * }
 */
export type WatchedCall = Omit<JournaledRequest, 'request' | 'answer'> & {
  readonly request: Omit<JournaledRequest['request'], 'body'>
  readonly answer: Omit<JournaledRequest['answer'], 'body'>
}

/** What the events of each type say. */
interface EventData {
  readonly call: WatchedCall
  readonly world: {
    readonly world: string
    readonly action: 'created' | 'forked' | 'reset' | 'restored' | 'imported' | 'changed' | 'deleted'
    /** The snapshot, seed or world that it was made of. */
    readonly from?: { readonly seed: string } | { readonly snapshot: string } | { readonly world: string }
    /** The parts that were reset, where it was not the whole world. */
    readonly parts?: readonly string[]
    /** The parts that a reset kept. */
    readonly keep?: readonly string[]
    /** What was changed: `entities`, `seeds`, `delivery`, `feeds` or `leads`. */
    readonly part?: string
    /** The operation by which a person changed it in the console. */
    readonly operation?: string
  }
  readonly clock: {
    readonly world: string
    readonly action: 'frozen' | 'set' | 'advanced' | 'unfrozen'
    readonly now: number
    readonly iso: string
    readonly frozen: boolean
  }
  readonly faults: { readonly world: string; readonly action: 'added' | 'deleted'; readonly ids: readonly string[] }
  readonly stubs: { readonly world: string; readonly action: 'added' | 'deleted'; readonly ids: readonly string[] }
  readonly settings: { readonly world: string; readonly action: 'changed'; readonly parts: readonly string[] }
  /** The calls that are still being answered, whenever the list changes. */
  readonly pending: { readonly items: readonly WatchedCall[] }
  readonly gap: { readonly missed: number | null }
}

/**
 * Something that happened in a world: its `type`, its `data`, and its `id`, after which `events` can go on. `gap` says
 * how many events the journal forgot before they could be sent, null where that is unknown.
 *
 * @example
 * const textOf = (event: WorldEvent) =>
 *   event.type === 'call' ? `${event.data.method} ${event.data.url}` : event.type
 */
export type WorldEvent = {
  readonly [Type in keyof EventData]: { readonly type: Type; readonly id: string; readonly data: EventData[Type] }
}[keyof EventData]

/**
 * What `events` watches: criteria that select calls, the types of events, and all worlds. `after` is the id of an event,
 * and `heartbeat` the seconds between signs of life, which keep a proxy from closing the connection.
 *
 * @example
 * const ended = new AbortController()
 * const options: EventOptions = { match: { status: '2xx' }, after: '0', signal: ended.signal }
 * await mock.fetch('/ad_accounts')
 * for await (const event of mock.events(options)) {
 *   console.log(event.type)
 *   ended.abort()
 * }
 */
export interface EventOptions {
  readonly match?: Omit<RequestMatch, 'since'>
  readonly events?: readonly Exclude<WorldEvent['type'], 'gap'>[]
  readonly world?: 'all'
  readonly after?: string
  readonly heartbeat?: number
  /** Ends the iteration. */
  readonly signal?: AbortSignal
}

/** How events are reached. */
interface EventSource {
  readonly fetch: Fetch
  /** The URL of the world. */
  readonly url: string
  /** The token of test control, if the server requires one. */
  readonly controlToken?: string | undefined
}

/** Attempts to connect again before the iteration fails, and milliseconds before the first; each waits as long again. */
const [maxAttempts, pause] = [5, 200]

/** Iterates over the events of a world, and connects again after the last one where the connection is lost. */
export async function* watchEvents(source: EventSource, options: EventOptions): AsyncGenerator<WorldEvent, void> {
  const { signal } = options
  let id = options.after
  for (let attempt = 0; signal?.aborted !== true; attempt++) {
    try {
      if (attempt > 0) await setTimeout(attempt * pause, undefined, { signal })
      for await (const message of await connect(source, options, id)) {
        // Connected: a later loss is a new one.
        attempt = 0
        id = message.id ?? id
        if (message.event === 'close') return
        if (message.event === 'ready') continue
        yield { type: message.event, id: id ?? '', data: JSON.parse(message.data) } as WorldEvent
      }
    } catch (error) {
      if (signal?.aborted) return
      if (error instanceof ControlError || attempt === maxAttempts || id === options.after) throw error
    }
  }
}

async function connect(
  { fetch, url, controlToken }: EventSource,
  { match = {}, events, world, heartbeat, signal }: EventOptions,
  last_event_id: string | undefined,
): Promise<AsyncIterable<EventSourceMessage>> {
  const path = withQuery('/events', { ...parametersOf(match), events, world, heartbeat, last_event_id })
  const response = await fetch(`${url}/__mock${path}`, {
    headers: { accept: 'text/event-stream', ...(controlToken !== undefined && { 'x-mock-token': controlToken }) },
    ...(signal && { signal }),
  })
  if (!response.ok || response.body === null) {
    throw new ControlError(`GET ${path}`, response.status, await response.json())
  }
  const { EventSourceParserStream } = await import('eventsource-parser/stream')
  const text = response.body.pipeThrough<string>(new TextDecoderStream() as never)
  return text.pipeThrough(new EventSourceParserStream())
}
