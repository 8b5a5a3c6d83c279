import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { Test } from 'tap'
import type { Json } from './mock.ts'

/** An event as it was received. */
export interface ReceivedEvent {
  readonly type: string
  readonly id: string | undefined
  readonly data: Json
}

/** A client that reads events. */
export interface EventReader {
  readonly response: IncomingMessage
  /** The events that were received so far. */
  readonly received: readonly ReceivedEvent[]
  /** The lines that are comments. */
  readonly comments: readonly string[]
  /** Returns the last id, also one without an event. */
  readonly id: () => string
  /** Waits for the next event, or for one of a type. */
  readonly next: (type?: string) => Promise<ReceivedEvent>
  /** Waits until that many events were received. */
  readonly until: (count: number) => Promise<void>
  readonly close: () => void
}

/** Milliseconds after which an event counts as lost: long, since the machine may be busy. */
const longest = 120_000

/** Opens a stream of events, and ends it with the test. Returns when its first bytes are there. */
export async function readEvents(t: Test, url: string, headers: Record<string, string> = {}): Promise<EventReader> {
  const request = get(url, { headers })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  t.teardown(() => response.destroy())
  response.on('error', () => {})
  const received: ReceivedEvent[] = []
  const comments: string[] = []
  const waiting = new Set<() => void>()
  let taken = 0
  let id = ''
  const parser = createParser({
    onEvent: ({ event = 'message', id, data }: EventSourceMessage) => {
      if (event !== 'ready') received.push({ type: event, id, data: JSON.parse(data) })
    },
    onComment: (text) => comments.push(text),
  })
  response.setEncoding('utf8').on('data', (text: string) => {
    id = [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? id
    parser.feed(text)
    for (const wake of waiting) wake()
    waiting.clear()
  })
  const holds = async (isTrue: () => boolean): Promise<void> => {
    const { promise, reject } = Promise.withResolvers<never>()
    const late = () =>
      reject(new Error(`only ${JSON.stringify(received.map(({ type, data }) => [type, data.action]))}`))
    const timer = setTimeout(late, longest)
    try {
      while (!isTrue()) await Promise.race([new Promise<void>((resolve) => waiting.add(resolve)), promise])
    } finally {
      clearTimeout(timer)
    }
  }
  await holds(() => id !== '')
  return {
    response,
    received,
    comments,
    id: () => id,
    next: async (type) => {
      const find = () => received.findIndex((one, index) => index >= taken && (type === undefined || one.type === type))
      await holds(() => find() !== -1)
      const index = find()
      taken = index + 1
      return received[index] as ReceivedEvent
    },
    until: (count) => holds(() => received.length >= count),
    close: () => response.destroy(),
  }
}
