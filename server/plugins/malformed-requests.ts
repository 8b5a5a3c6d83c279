import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { ApiError, type ApiErrorName, apiErrors } from '../domain/errors/api-errors.ts'
import { json, requestIdHeader, rulesHeader, sendJson } from '../http/responses/replies.ts'
import type { World } from '../worlds/world.ts'
import { envelopeOf } from './errors.ts'
import { journaled } from './journal.ts'
import { answerInTurn, awaitedOn, remember } from './pipelined.ts'
import { worldNameOf } from './worlds.ts'

// Not imported: as a module, node:http brings undici with it, which takes 20 ms of the start.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

/** What answers a URL that cannot be decoded or routed, in the envelope. No hook sees it, so it tells the journal. */
export const badUrlRefusal =
  (worldNamed: (name: string) => World) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = new ApiError('request.path', { detail: error.message })
    const { problem: rule, status, code, message } = problem
    const text = envelopeOf(problem)
    const isOfApi = request.url.startsWith('/v5/')
    const entry = isOfApi ? journaled(request, worldNamed(worldNameOf(request.raw))) : null
    if (entry) {
      Object.assign(entry, { status, rules: [rule] })
      entry.refused([{ rule, code, message, status }])
      entry.answered(text)
      entry.settle()
    }
    return sendJson(reply.code(status).header(requestIdHeader, request.id).header(rulesHeader, rule), text)
  }

/** Milliseconds that a client has to read what it was told last, and to stop sending. */
const patience = 2000

/** Connections of which no more is read. */
const ending = new WeakSet<Socket>()

/**
 * Says the last, and takes what the client still sends until it has ended as well: closed at once, a connection is reset,
 * and what was said is lost with it.
 */
function endSoon(socket: Socket, last = ''): void {
  const end = (): void => void socket.destroy()
  if (socket.readableEnded) {
    socket.end(last, end)
    return
  }
  const overdue = setTimeout(end, patience).unref()
  socket.once('close', () => clearTimeout(overdue))
  socket.once('end', end).end(last)
}

/** Has a server look at requests in their order, and refuse what no request of Fastify's comes of; broken bytes come by `refuseBrokenHttp`. */
export function handleMalformedRequests(server: Server): void {
  answerInTurn(server, (socket) => ending.has(socket))
  server.on('checkContinue', goOn)
  server.on('checkExpectation', refuseExpectation).on('connect', refuseConnect)
}

/** Tells a client to go on, unless an earlier answer is still to come: Node would say it in the middle of the next. */
function goOn(this: Server, request: IncomingMessage, response: ServerResponse): void {
  if (response.socket !== null) response.writeContinue()
  this.emit('request', request, response)
}

const byNodeCode: Readonly<Record<string, ApiErrorName>> = {
  HPE_HEADER_OVERFLOW: 'request.too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
}

/**
 * Answers bytes that are no HTTP request, in the envelope, and closes the connection; requests before them are answered
 * first. A client whose Content-Length is wrong, or that forgets it on a DELETE, sends such bytes after its request,
 * which is answered alone.
 */
export function handleClientError(error: ConnectionError, socket: Socket): void {
  // What comes behind broken bytes is broken for Node as well, piece by piece.
  if (ending.has(socket)) return
  ending.add(socket)
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const { last, before } = awaitedOn(socket)
  const begun = last?.req.complete === false ? last : undefined
  const named = byNodeCode[error.code] ?? 'request.syntax'
  const message = `Invalid request: not HTTP/1.1 (${error.message})`
  const problem = new ApiError(named, named === 'request.timeout' ? {} : { message })
  const refuse = (): void => {
    if (begun?.headersSent) endSoon(socket)
    else refuseBytes(socket, problem, begun?.req.method)
  }
  const earlier = begun === undefined ? last : before
  if (earlier === undefined || earlier.writableFinished) refuse()
  else earlier.once('finish', begun === undefined ? () => endSoon(socket) : refuse)
}

/** Writes a refusal past Node's own answers, which know no request that it is for, and closes the connection. */
function refuseBytes(socket: Socket, problem: ApiError, method?: string): void {
  const body = envelopeOf(problem)
  const { status } = problem
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${json}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(problem.headers).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ]
  endSoon(socket, `${head.join('\r\n')}\r\n\r\n${method === 'HEAD' ? '' : body}`)
}

/** Answers a request that expects what no server knows, in the envelope: Node would send no body. */
function refuseExpectation(request: IncomingMessage, response: ServerResponse): void {
  remember(request, response)
  const { status } = apiErrors['request.expectation']
  response.writeHead(status, { 'content-type': json }).end(envelopeOf(new ApiError('request.expectation')))
}

/** Answers a client that takes this server for a proxy, in the envelope: Node would end the connection without a word. */
function refuseConnect(_request: IncomingMessage, stream: Duplex): void {
  const socket = stream as Socket
  const { last } = awaitedOn(socket)
  const headers = { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' }
  const problem = new ApiError('request.method', { detail: 'CONNECT; this server is no proxy', headers })
  const refuse = (): void => refuseBytes(socket, problem)
  socket.on('error', () => socket.destroy()).resume()
  if (last === undefined || last.writableFinished) refuse()
  else last.once('finish', refuse)
}

/** Refuses a request of HTTP/1.1 without a Host, as HTTP wants it, in the envelope: Node would send no body. */
export const hostHook: onRequestHookHandler = ({ raw }, _reply, next) => {
  if (raw.headers.host !== undefined || raw.httpVersion === '1.0') next()
  else next(new ApiError('request.syntax', { message: 'Invalid request: HTTP/1.1 wants a Host header' }))
}
