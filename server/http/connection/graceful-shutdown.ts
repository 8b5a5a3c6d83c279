import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Options of `connectionDrain`. */
export interface DrainConnections {
  /** Milliseconds that running requests may take to finish; orchestrators wait longer before they kill a process. */
  readonly patience?: number | undefined
}

/** Milliseconds between checks for idle connections: Node keeps a connection open for the next request. */
const checkInterval = 5

/**
 * Returns a function that drains the connections of a closing server: idle ones are closed at once, those with a
 * running request as soon as it is answered, and the rest is destroyed after `patience`. Must be called before the
 * server listens, since Node counts a new connection as one with a request.
 */
export function connectionDrain(server: Server, { patience = 3000 }: DrainConnections = {}): () => void {
  const connections = new Set<Socket>()
  const track = (socket: Socket): void => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  }
  server.on('connection', track).on('secureConnection', track)
  return () => {
    if (!server.listening) return
    // Not before the next turn of the event loop: a request that has already arrived is read first.
    const endIdle = (): void => {
      server.closeIdleConnections()
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
    }
    const idle = setInterval(endIdle, checkInterval).unref()
    const all = setTimeout(() => connections.forEach((socket) => void socket.destroy()), patience).unref()
    server.once('close', () => {
      clearInterval(idle)
      clearTimeout(all)
    })
  }
}
