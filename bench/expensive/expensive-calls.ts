import { apiCalls } from './api-calls.ts'
import type { ExpensiveCall } from './expensive-call.ts'
import { firstCalls } from './first-calls.ts'
import { journalCalls } from './journal-calls.ts'
import { type Cost, MeasuredServer } from './measured-server.ts'
import type { ServerSettings } from './server-process.ts'
import { worldCalls } from './world-calls.ts'

/** Every expensive call, in the order of measurement. */
export const expensiveCalls: readonly ExpensiveCall[] = [...firstCalls, ...apiCalls, ...journalCalls, ...worldCalls]

const usual: ServerSettings = {}

/** The servers of expensive calls: one for all calls with the same settings. */
export class MeasuredServers {
  readonly #started = new Map<ServerSettings, Promise<MeasuredServer>>()

  /** Returns the server with these settings; starts it at the first use. */
  for(settings: ServerSettings = usual): Promise<MeasuredServer> {
    const server = this.#started.get(settings) ?? MeasuredServer.start(settings)
    this.#started.set(settings, server)
    return server
  }

  /** Measures the cost of a call. */
  async costOf({ settings, before, run, after }: ExpensiveCall): Promise<Cost> {
    const server = await this.for(settings)
    await before?.(server)
    const cost = await server.costOf(() => run(server))
    await after?.(server)
    return cost
  }

  async stop(): Promise<void> {
    for (const server of this.#started.values()) await (await server).stop()
    this.#started.clear()
  }
}
