import { campaignsPath, textOf } from './api.ts'
import { stop } from './child.ts'
import type { Call } from './connection.ts'
import type { Stored } from './image.ts'
import { latency } from './load.ts'
import { measureInTurns, type Running } from './rounds.ts'
import type { Effort, Measured } from './row.ts'
import { bareTwin, ours } from './servers.ts'

/** Calls whose time is measured one by one, and what precedes them. */
export interface Sequence {
  readonly stored: Stored
  /** Called once before the first slice. */
  readonly before?: Call
  /** Creates the calls that precede each measured call and are not counted. */
  readonly beforeEach?: (campaigns: string) => readonly Call[]
  /** The number of calls in a slice. */
  readonly length: number
  readonly call: (world: string, campaigns: string) => Call
  readonly url: string
}

/** Measures the calls, and a bare server's answer to one of them, in turns. */
export async function slices(
  { stored, before, beforeEach: spoil, length, call, url }: Sequence,
  { rounds }: Effort,
): Promise<Measured> {
  const server = await ours(stored)
  if (before !== undefined) await textOf(server, before)
  const campaigns = stored === 'empty' ? '' : await campaignsPath(server)
  const beforeEachCall = stored === 'empty' ? undefined : spoil?.(campaigns)
  let world = 0
  const next = (): Call[] => Array.from({ length }, () => call(`bench-${process.pid}-${world++}`, campaigns))
  const same = call('default', campaigns)
  const bare = await bareTwin(server, same, { url, from: 'text' })
  const running: readonly Running[] = [
    { name: 'ours', kind: 'ours', figure: () => latency(server, next(), beforeEachCall) },
    { name: 'bare Fastify', kind: 'limit', figure: () => latency(bare, Array(length).fill(same)) },
  ]
  await measureInTurns(2, running)
  const result = await measureInTurns(rounds, running)
  await stop(bare)
  return result
}
