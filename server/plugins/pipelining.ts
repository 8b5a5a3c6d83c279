import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { wrapListeners } from '../http/connection/request-listeners.ts'

/** The pending responses of a connection: to its last request, and to the one before. */
interface PendingResponses {
  last: ServerResponse
  before: ServerResponse | undefined
  /** Number of requests that wait for earlier responses. */
  waiting: number
}

/** Tracked here, since Node does not expose which responses it holds back behind earlier ones. */
const pending = new WeakMap<Socket, PendingResponses>()

/** Number of requests of one connection that may wait: a client that sends more has stopped reading. */
const maxWaiting = 100

/** Returns the responses to the last two requests of a connection. */
export const pendingOn = (socket: Socket): Partial<Pick<PendingResponses, 'last' | 'before'>> =>
  pending.get(socket) ?? {}

/** Tracks a response as the last one of its connection, and returns those that are tracked. */
export function trackResponse({ socket }: IncomingMessage, last: ServerResponse): PendingResponses {
  const responses = pending.get(socket)
  if (responses === undefined) {
    const first = { last, before: undefined, waiting: 0 }
    pending.set(socket, first)
    return first
  }
  responses.before = responses.last
  responses.last = last
  return responses
}

/**
 * Processes the requests of a connection one after the other. Node sends responses in order, but starts on all requests
 * at once, however many are pipelined. A connection with too many waiting requests is destroyed.
 *
 * @param isEnding Whether the connection is not read any more.
 */
export function processInOrder(server: Server, isEnding: (socket: Socket) => boolean): void {
  wrapListeners(server, (answer) => (request, response) => {
    const { socket } = request
    const responses = trackResponse(request, response)
    const { before: earlier } = responses
    if (earlier === undefined || earlier.writableFinished || earlier.destroyed) return answer(request, response)
    if (++responses.waiting > maxWaiting) socket.destroy()
    earlier.once('close', () => {
      responses.waiting--
      // In a turn of its own, since the earlier request may have taken a whole turn.
      setImmediate(() => {
        // A complete request is answered even if malformed bytes follow it.
        if (!socket.destroyed && (request.complete || !isEnding(socket))) answer(request, response)
      })
    })
  })
}
