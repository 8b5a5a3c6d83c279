import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The answers that a connection waits for: that to its last request, and that to the one before. */
interface Awaited {
  last: ServerResponse
  before?: ServerResponse
  /** How many requests wait for the answers to those before them. */
  waiting: number
}

/** Its own, since Node tells nobody which answers it still holds back for those before them. */
const awaited = new WeakMap<Socket, Awaited>()

/** How many requests of one connection may wait: a client that sends more has stopped to read. */
const mostWaiting = 100

/** The answers to the last two requests of a connection. */
export const awaitedOn = (socket: Socket): Partial<Pick<Awaited, 'last' | 'before'>> => awaited.get(socket) ?? {}

/** Remembers what a connection waits for last. */
export function remember({ socket }: IncomingMessage, last: ServerResponse): void {
  const known = awaited.get(socket)
  if (known === undefined) awaited.set(socket, { last, waiting: 0 })
  else Object.assign(known, { before: known.last, last })
}

/**
 * Has a server look at the requests of a connection one after the other: Node answers them in their order, but begins
 * with all that have come at once, however many they are. A connection on which too many wait is ended.
 *
 * @param isEnding Whether no more is read of a connection.
 */
export function answerInTurn(server: Server, isEnding: (socket: Socket) => boolean): void {
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  const answer: RequestListener = (request, response) => {
    for (const listener of listeners) listener.call(server, request, response)
  }
  server.on('request', (request, response) => {
    const { socket } = request
    const { last: earlier } = awaitedOn(socket)
    remember(request, response)
    if (earlier === undefined || earlier.writableFinished || earlier.destroyed) return answer(request, response)
    const known = awaited.get(socket) as Awaited
    if (++known.waiting > mostWaiting) socket.destroy()
    earlier.once('close', () => {
      known.waiting--
      // In a turn of its own, for what the one before has done took one as well.
      setImmediate(() => {
        // What came whole is answered, also when what came behind it was broken.
        if (!socket.destroyed && (request.complete || !isEnding(socket))) answer(request, response)
      })
    })
  })
}
