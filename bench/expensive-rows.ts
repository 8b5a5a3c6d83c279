import type { ExpensiveCall } from './expensive/expensive-call.ts'
import { expensiveCalls, MeasuredServers } from './expensive/expensive-calls.ts'
import { mostMilliseconds, perMegabyte } from './expensive/measured-server.ts'
import type { Effort, Measured, Round, Row } from './row.ts'

const most = 3
const servers = new MeasuredServers()

/**
 * Returns the milliseconds that count against the bound: processor time beyond the allowance per MiB, or the blocking
 * of the event loop, whichever is more.
 */
async function figure(call: ExpensiveCall): Promise<number> {
  const { processor, held, bytes } = await servers.costOf(call)
  return Math.max(processor - (perMegabyte * bytes) / 2 ** 20, held)
}

async function measure(call: ExpensiveCall, { rounds: roundLimit }: Effort): Promise<Measured> {
  const rounds: Round[] = []
  const count = call.isOnce ? 1 : Math.min(roundLimit, most)
  while (rounds.length < count) rounds.push({ ours: await figure(call) })
  return { contestants: [{ name: 'ours', kind: 'ours' }], rounds }
}

/**
 * The highest cost of a single request, over requests that are or could be expensive: a bound that no client exceeds.
 */
export const expensiveRows: readonly Row[] = expensiveCalls.map((call) => ({
  name: call.name,
  unit: 'ms',
  reach: { figure: mostMilliseconds },
  isLong: true,
  measure: (effort) => measure(call, effort),
}))

/** Stops the servers that these rows started. */
export const stopExpensiveServers = (): Promise<void> => servers.stop()
