import { answerOf, textOf } from './api.ts'
import type { BareRoute } from './bare.ts'
import { type Child, type OurChild, startBare, startOurs, stop } from './child.ts'
import type { Call } from './connection.ts'
import type { Stored } from './image.ts'

const started = new Map<Stored, Promise<OurChild>>()

/** Our server with that in every world: one for all rows, started by the first. */
export function ours(stored: Stored): Promise<OurChild> {
  const known = started.get(stored)
  if (known !== undefined) return known
  const child = startOurs({ stored })
  started.set(stored, child)
  return child
}

/** What any server writes by itself. */
const common = ['content-type', 'content-length', 'date', 'connection', 'keep-alive']

/** A route of a bare server, less what is taken from our answer: its text, and its headers where they are wanted. */
export interface TwinRoute extends Omit<BareRoute, 'method' | 'answer' | 'headers'> {
  readonly hasHeaders?: boolean
}

/** A bare Fastify server that answers the call with the same bytes as ours, which is checked. */
export async function bareTwin(child: Child, call: Call, { hasHeaders = false, ...route }: TwinRoute): Promise<Child> {
  const { text: answer, headers } = await answerOf(child, call)
  const own = hasHeaders ? [...headers].filter(([name]) => !common.includes(name)) : []
  const bare = await startBare({ method: call.method, answer, headers: Object.fromEntries(own), ...route })
  if ((await textOf(bare, call)) !== answer) throw new Error(`${call.method} ${call.path}: the bytes differ`)
  return bare
}

/** The call that gives the default world the image's state again. */
export const reset: Call = { method: 'POST', path: '/__mock/reset' }

/** Ends the servers that rows have in common. */
export async function stopOurs(): Promise<void> {
  for (const child of started.values()) await stop(await child)
  started.clear()
}
