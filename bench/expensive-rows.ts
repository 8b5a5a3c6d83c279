import type { DearCall } from './expensive/expensive-call.ts'
import { DearServers, dearCalls } from './expensive/expensive-calls.ts'
import { mostMilliseconds, perMegabyte } from './expensive/measured-server.ts'
import type { Effort, Measured, Round, Row } from './row.ts'

const most = 3
const servers = new DearServers()

/** Processor time beyond what each MiB may cost, or how long the event loop was held: whichever is more. */
async function figure(call: DearCall): Promise<number> {
  const { processor, held, bytes } = await servers.costOf(call)
  return Math.max(processor - (perMegabyte * bytes) / 2 ** 20, held)
}

async function measure(call: DearCall, { rounds: wanted }: Effort): Promise<Measured> {
  const rounds: Round[] = []
  const count = call.isOnce ? 1 : Math.min(wanted, most)
  while (rounds.length < count) rounds.push({ ours: await figure(call) })
  return { contestants: [{ name: 'ours', kind: 'ours' }], rounds }
}

/** What one request costs at most, of those that are dear: a bound that nothing a client sends exceeds. */
export const dearRows: readonly Row[] = dearCalls.map((call) => ({
  name: call.name,
  unit: 'ms',
  reach: { figure: mostMilliseconds },
  measure: (effort) => measure(call, effort),
}))

/** Ends the servers that these rows have started. */
export const stopDear = (): Promise<void> => servers.stop()
