import type { FastifyInstance } from 'fastify'

/** How the process exits, by the way in which the server closes. */
interface Endings {
  /** Called after everything is closed. */
  readonly ended: () => never
  /** Called when closing failed. */
  readonly failed: (error: unknown) => never
  /** Called on a second signal. */
  readonly atOnce: () => never
}

/** Closes the server on SIGTERM and SIGINT after running requests are answered. A second signal exits at once. */
export function closeOnSignals(app: FastifyInstance, { ended, failed, atOnce }: Endings): void {
  let ending = false
  const end = (): void => {
    if (ending) atOnce()
    ending = true
    app.close().then(ended, failed)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const before = process.listeners(signal)
    // In this order: without any listener in between, a pending signal would be lost.
    process.on(signal, end)
    for (const listener of before) process.off(signal, listener)
  }
}
