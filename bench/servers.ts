import { textOf } from './api.ts'
import type { BareRoute } from './bare.ts'
import { type Child, type OurChild, startBare, startOurs } from './child.ts'
import type { Call } from './connection.ts'

const started = new Map<number | undefined, Promise<OurChild>>()

/** Our server with that many campaigns in every world, or with the small seed: one for all rows, started by the first. */
export function ours(campaigns?: number): Promise<OurChild> {
  const known = started.get(campaigns)
  if (known !== undefined) return known
  const child = startOurs(campaigns)
  started.set(campaigns, child)
  return child
}

/** A bare Fastify server that answers the call with the same bytes as ours, which is checked. */
export async function bareTwin(
  child: Child,
  call: Call,
  route: Omit<BareRoute, 'method' | 'answer'>,
): Promise<{ bare: Child; answer: string }> {
  const answer = await textOf(child, call)
  const bare = await startBare({ method: call.method, answer, ...route })
  if ((await textOf(bare, call)) !== answer) throw new Error(`${call.method} ${call.path}: the bytes differ`)
  return { bare, answer }
}

/** The call that gives the default world the image's state again. */
export const reset: Call = { method: 'POST', path: '/__mock/reset' }

/** The servers that rows have in common, for the end of the run. */
export const startedServers = (): Promise<readonly OurChild[]> => Promise.all(started.values())
