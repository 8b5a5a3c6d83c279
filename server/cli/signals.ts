import type { FastifyInstance } from 'fastify'

/** What the process ends with. */
interface Endings {
  /** Everything is closed. */
  readonly ended: () => never
  /** It could not be closed as it should. */
  readonly failed: (error: unknown) => never
  /** A second signal came. */
  readonly atOnce: () => never
}

/** Ends the server on SIGTERM and SIGINT: running requests are answered. A second signal ends the process at once. */
export function closeOnSignals(app: FastifyInstance, { ended, failed, atOnce }: Endings): void {
  let ending = false
  const end = (): void => {
    if (ending) atOnce()
    ending = true
    app.close().then(ended, failed)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const before = process.listeners(signal)
    // In this order: without any listener in between, a signal that has come and was not told yet would be lost.
    process.on(signal, end)
    for (const listener of before) process.off(signal, listener)
  }
}
