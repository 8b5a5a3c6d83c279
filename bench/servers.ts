import { type Answered, answerOf, textOf } from './api.ts'
import type { BareRoute } from './bare.ts'
import { type Child, type OurChild, startBare, startOurs, stop } from './child.ts'
import type { Call } from './connection.ts'
import type { Stored } from './image.ts'

const started = new Map<Stored, Promise<OurChild>>()

/** Returns our server with that content in every world: one for all rows, started at the first use. */
export function ours(stored: Stored): Promise<OurChild> {
  const existing = started.get(stored)
  if (existing !== undefined) return existing
  const child = startOurs({ stored })
  started.set(stored, child)
  return child
}

/** Headers that every server writes. */
const common = ['content-type', 'content-length', 'date', 'connection', 'keep-alive']

/** Returns the headers of an answer that only our server writes. */
export const ownHeaders = ({ headers }: Answered): Readonly<Record<string, string>> =>
  Object.fromEntries([...headers].filter(([name]) => !common.includes(name)))

/** A route of a bare server, without the parts that are taken from our answer: its text, and its headers on request. */
export interface TwinRoute extends Omit<BareRoute, 'method' | 'answer' | 'headers'> {
  readonly hasHeaders?: boolean
}

/** Starts a bare Fastify server whose answer to a call is byte for byte ours, which is verified. */
export async function bareTwin(child: Child, call: Call, { hasHeaders = false, ...route }: TwinRoute): Promise<Child> {
  const answered = await answerOf(child, call)
  const answer = answered.text
  const bare = await startBare({
    method: call.method,
    answer,
    headers: hasHeaders ? ownHeaders(answered) : {},
    ...route,
  })
  if ((await textOf(bare, call)) !== answer) throw new Error(`${call.method} ${call.path}: the bytes differ`)
  return bare
}

/** Resets the default world to the image. */
export const reset: Call = { method: 'POST', path: '/__mock/reset' }

/** Stops the servers that rows share. */
export async function stopOurs(): Promise<void> {
  for (const child of started.values()) await stop(await child)
  started.clear()
}
