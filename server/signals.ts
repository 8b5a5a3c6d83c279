import type { FastifyInstance } from 'fastify'

/** Milliseconds that running requests have to come to their end; an orchestrator's patience is longer. */
const patience = 3000

/** Milliseconds between looks for connections whose last request is answered: Node keeps them for the next one. */
const answered = 20

/** What the process ends with. */
interface Endings {
  /** Everything is closed. */
  readonly ended: () => never
  /** It could not be closed as it should. */
  readonly failed: (error: unknown) => never
  /** A second signal came. */
  readonly atOnce: () => never
}

/**
 * Ends the server on SIGTERM and SIGINT. The first signal refuses new connections, closes idle ones and lets running
 * requests finish; requests that have not come whole after three seconds are cut off. A second signal ends at once.
 */
export function endOnSignals(app: FastifyInstance, { ended, failed, atOnce }: Endings): void {
  let ending = false
  const end = (): void => {
    if (ending) atOnce()
    ending = true
    setInterval(() => app.server.closeIdleConnections(), answered).unref()
    setTimeout(() => app.server.closeAllConnections(), patience).unref()
    app.close().then(ended, failed)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal).on(signal, end)
}
