import type { RequestListener, Server } from 'node:http'

/**
 * Puts a listener before those that answer the requests of a server.
 *
 * @param wrap Returns it. It hands requests that it does not answer to `answer`.
 */
export function wrapListeners(server: Server, wrap: (answer: RequestListener) => RequestListener): void {
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  const answer: RequestListener = (request, response) => {
    for (const listener of listeners) listener.call(server, request, response)
  }
  server.on('request', wrap(answer))
}
