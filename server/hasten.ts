import type { Server } from 'node:http'

/** Milliseconds that running requests have to come to their end; an orchestrator's patience is longer. */
const patience = 3000

/** Milliseconds between looks for connections whose last request is answered: Node keeps them for the next one. */
const answered = 20

/**
 * Helps a server that closes to its end: connections are closed as soon as their last request is answered, and after
 * three seconds also those whose request has not come whole.
 */
export function hasten(server: Server): void {
  if (!server.listening) return
  const idle = setInterval(() => server.closeIdleConnections(), answered).unref()
  const all = setTimeout(() => server.closeAllConnections(), patience).unref()
  server.once('close', () => {
    clearInterval(idle)
    clearTimeout(all)
  })
}
