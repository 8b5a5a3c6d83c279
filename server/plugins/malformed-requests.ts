import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { ApiError, type ApiErrorName } from '../domain/errors/api-errors.ts'
import { apiErrors } from '../domain/errors/protocol-errors.ts'
import { endGracefully } from '../http/connection/end-gracefully.ts'
import { allowPage, exposeHeaders } from '../http/cors.ts'
import { json, requestIdHeader, rulesHeader, sendJson } from '../http/responses/replies.ts'
import type { World } from '../worlds/world.ts'
import { envelopeOf } from './errors.ts'
import { journaled } from './journal.ts'
import { pendingOn, processInOrder, trackResponse } from './pipelining.ts'
import { worldNameOf } from './worlds.ts'

// Not imported: as a module, node:http brings undici with it, which takes 20 ms of the start.
const { STATUS_CODES, maxHeaderSize } = process.getBuiltinModule('node:http')

/**
 * Returns the handler of URLs that cannot be decoded or routed. No hook runs for them, therefore it writes the journal.
 */
export const badUrlRefusal =
  (worldNamed: (name: string) => World) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const apiError = new ApiError('request.path', { detail: error.message })
    const { problem: rule, status, code, message } = apiError
    const text = envelopeOf(apiError)
    const isOfApi = request.url.startsWith('/v5/')
    const entry = isOfApi ? journaled(request, worldNamed(worldNameOf(request.raw))) : null
    if (entry) {
      Object.assign(entry, { status, rules: [rule] })
      entry.refused([{ rule, code, message, status }])
      entry.answered(text)
      entry.complete()
      entry.end()
    }
    reply.code(status).header(requestIdHeader, request.id).header(rulesHeader, rule)
    const { origin } = request.headers
    if (isOfApi && origin !== undefined) {
      allowPage(origin, reply)
      exposeHeaders(reply)
    }
    return sendJson(reply, text)
  }

/** Connections that are not read any more. */
const closing = new WeakSet<Socket>()

/**
 * Processes the requests of a connection in order, and answers those that never reach Fastify. Malformed bytes are
 * handled by `handleClientError`.
 */
export function handleMalformedRequests(server: Server): void {
  processInOrder(server, (socket) => closing.has(socket))
  server.on('checkContinue', sendContinue)
  server.on('checkExpectation', refuseExpectation).on('connect', refuseConnect)
}

/**
 * Sends `100 Continue`, unless an earlier response is still pending: Node would send it in the middle of the next one.
 */
function sendContinue(this: Server, request: IncomingMessage, response: ServerResponse): void {
  if (response.socket !== null) response.writeContinue()
  this.emit('request', request, response)
}

const byNodeCode: Readonly<Record<string, ApiErrorName>> = {
  HPE_HEADER_OVERFLOW: 'request.too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
}

/**
 * Answers bytes that are not an HTTP request in the envelope and closes the connection; earlier requests are answered
 * first. A client whose Content-Length is wrong, or that omits it on a DELETE, sends them after its request, and
 * then only the request is answered.
 */
export function handleClientError(error: ConnectionError, socket: Socket): void {
  // Node reports every further chunk after malformed bytes as malformed too.
  if (closing.has(socket)) return
  closing.add(socket)
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const { last, before } = pendingOn(socket)
  const incomplete = last?.req.complete === false ? last : undefined
  const name = byNodeCode[error.code] ?? 'request.syntax'
  const apiError = new ApiError(name, name === 'request.timeout' ? {} : { message: messageFor(error) })
  const refuse = (): void => {
    if (incomplete?.headersSent) endGracefully(socket)
    else writeError(socket, apiError, incomplete?.req.method)
  }
  const earlier = incomplete === undefined ? last : before
  if (earlier === undefined || earlier.writableFinished) refuse()
  else earlier.once('finish', incomplete === undefined ? () => endGracefully(socket) : refuse)
}

const messageFor = ({ code, message }: ConnectionError): string =>
  code === 'HPE_HEADER_OVERFLOW'
    ? `Invalid request: its URL and headers have more than ${maxHeaderSize} bytes together`
    : `Invalid request: not HTTP/1.1 (${message})`

/** Writes an error response to the socket, since Node has no request to answer, and closes the connection. */
function writeError(socket: Socket, apiError: ApiError, method?: string): void {
  const body = envelopeOf(apiError)
  const { status } = apiError
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${json}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(apiError.headers).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ]
  endGracefully(socket, `${head.join('\r\n')}\r\n\r\n${method === 'HEAD' ? '' : body}`)
}

/** Answers a request with an unknown `Expect` header in the envelope: Node would send no body. */
function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  trackResponse(request, response)
  const { status } = apiErrors['request.expectation']
  response.writeHead(status, { 'content-type': json }).end(envelopeOf(new ApiError('request.expectation')))
}

/** Answers CONNECT, which is for proxies, in the envelope: Node would end the connection without a response. */
function refuseConnect(_request: IncomingMessage, stream: Duplex): void {
  const socket = stream as Socket
  const { last } = pendingOn(socket)
  const headers = { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }
  const apiError = new ApiError('request.method', { detail: 'CONNECT; this server is no proxy', headers })
  const refuse = (): void => writeError(socket, apiError)
  socket.on('error', () => socket.destroy()).resume()
  if (last === undefined || last.writableFinished) refuse()
  else last.once('finish', refuse)
}

/** Refuses a request of HTTP/1.1 without a Host header in the envelope: Node would send no body. */
export const hostHook: onRequestHookHandler = ({ raw }, _reply, next) => {
  if (raw.headers.host !== undefined || raw.httpVersion === '1.0') next()
  else next(new ApiError('request.syntax', { message: 'Invalid request: HTTP/1.1 wants a Host header' }))
}
