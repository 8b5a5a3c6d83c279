import type { Socket } from 'node:net'

/** Milliseconds that a client has to read the last response and to stop sending. */
const closeTimeout = 5000

/**
 * Sends the last bytes and discards further input until the client ends too: a connection that is closed at once is
 * reset, and the bytes are lost.
 */
export function endGracefully(socket: Socket, last = ''): void {
  const end = (): void => void socket.destroy()
  if (socket.readableEnded) {
    socket.end(last, end)
    return
  }
  const overdue = setTimeout(end, closeTimeout).unref()
  socket.once('close', () => clearTimeout(overdue))
  socket.once('end', end).end(last)
}
