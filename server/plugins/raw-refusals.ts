import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, type ProblemName, problems } from '../domain/problems.ts'
import { json, requestIdHeader, rulesHeader, sendJson } from '../http/replies.ts'
import type { World } from '../world.ts'
import { envelopeOf } from './errors.ts'
import { journaled } from './journal.ts'
import { worldNameOf } from './worlds.ts'

// Not imported: as a module, node:http brings undici with it, which takes 20 ms of the start.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

/**
 * What answers a URL that cannot be decoded or routed, in the envelope. No hook sees it, so it tells the journal.
 *
 * @param known Finds a world that there is; such a request makes none.
 */
export const badUrlRefusal =
  (known: (name: string) => World | undefined) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = new Problem('request.path', { detail: error.message })
    const { problem: rule, message } = problem
    const { status, code } = problems[rule]
    const text = envelopeOf(problem)
    const world = known(worldNameOf(request.raw))
    const entry = world && journaled(request, world)
    if (entry) {
      Object.assign(entry, { status, rules: [rule], refusals: [{ rule, code, message, status }] })
      entry.answered(text)
      entry.settle()
    }
    return sendJson(reply.code(status).header(requestIdHeader, request.id).header(rulesHeader, rule), text)
  }

const answers = new WeakMap<Socket, ServerResponse>()

/** Remembers which answer a connection waits for. */
export function rememberAnswers(server: Server): void {
  server.on('request', (request, response) => answers.set(request.socket, response))
}

const byNodeCode: Readonly<Record<string, ProblemName>> = {
  HPE_HEADER_OVERFLOW: 'request.too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
}

/**
 * Answers bytes that are no HTTP request, in the envelope, and closes the connection. A client whose Content-Length is
 * wrong, or that forgets it on a DELETE, sends such bytes after its request, which is answered first and alone.
 */
export function refuseBrokenHttp(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const answer = answers.get(socket)
  if (answer?.req.complete && !answer.writableFinished) {
    answer.once('finish', () => socket.destroySoon())
    return
  }
  const named = byNodeCode[error.code] ?? 'request.syntax'
  const message = `Invalid request: not HTTP/1.1 (${error.message})`
  const body = envelopeOf(new Problem(named, named === 'request.timeout' ? {} : { message }))
  const { status } = problems[named]
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${json}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

/** Answers a request that expects what no server knows, in the envelope: Node would send no body. */
export function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const { status } = problems['request.expectation']
  response.writeHead(status, { 'content-type': json }).end(envelopeOf(new Problem('request.expectation')))
}
