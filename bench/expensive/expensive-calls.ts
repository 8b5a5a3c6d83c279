import { apiCalls } from './api-calls.ts'
import type { DearCall } from './expensive-call.ts'
import { type Cost, DearServer } from './measured-server.ts'
import { firstCalls } from './first-calls.ts'
import { journalCalls } from './journal-calls.ts'
import type { DearSettings } from './server-process.ts'
import { worldCalls } from './world-calls.ts'

/** Everything that was dear once, or could be: what a client asks for, one after the other. */
export const dearCalls: readonly DearCall[] = [...firstCalls, ...apiCalls, ...journalCalls, ...worldCalls]

const usual: DearSettings = {}

/** The servers that dear calls are asked of: one for all that want the same. */
export class DearServers {
  readonly #started = new Map<DearSettings, Promise<DearServer>>()

  /** The one for these settings, started by who asks first. */
  for(settings: DearSettings = usual): Promise<DearServer> {
    const known = this.#started.get(settings) ?? DearServer.start(settings)
    this.#started.set(settings, known)
    return known
  }

  /** What a call costs. */
  async costOf({ settings, before, ask, after }: DearCall): Promise<Cost> {
    const server = await this.for(settings)
    await before?.(server)
    const cost = await server.costOf(() => ask(server))
    await after?.(server)
    return cost
  }

  async stop(): Promise<void> {
    for (const server of this.#started.values()) await (await server).stop()
    this.#started.clear()
  }
}
