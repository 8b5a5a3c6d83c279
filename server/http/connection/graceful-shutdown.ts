import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How a server is helped to its end. */
export interface DrainConnections {
  /** Milliseconds that running requests have to come to their end; an orchestrator's patience is longer. */
  readonly patience?: number
}

/** Milliseconds between looks for connections whose last request is answered: Node keeps them for the next one. */
const answered = 5

/**
 * Gives what helps a server that closes to its end: connections are closed as soon as their last request is answered,
 * those on which nothing was sent at once, and after three seconds also those whose request has not come whole. To be
 * called before the server listens, since Node takes a new connection for one with a request.
 */
export function connectionDrain(server: Server, { patience = 3000 }: DrainConnections = {}): () => void {
  const connections = new Set<Socket>()
  const follow = (socket: Socket): void => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  }
  server.on('connection', follow).on('secureConnection', follow)
  return () => {
    if (!server.listening) return
    // Not before a turn of the loop: a request that has come already is read first.
    const endIdle = (): void => {
      server.closeIdleConnections()
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
    }
    const idle = setInterval(endIdle, answered).unref()
    const all = setTimeout(() => connections.forEach((socket) => void socket.destroy()), patience).unref()
    server.once('close', () => {
      clearInterval(idle)
      clearTimeout(all)
    })
  }
}
