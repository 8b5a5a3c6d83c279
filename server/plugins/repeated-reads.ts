import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Count } from '../domain/rate-limit/limiter.ts'
import type { CachedResponse } from '../http/cached-response.ts'
import { wrapListeners } from '../http/connection/request-listeners.ts'
import { limitHeaders, type RateLimits } from '../http/rate-limits.ts'
import { isRepetition, type RepeatedRead } from '../http/repeated-read.ts'
import type { ResponseCache } from '../http/response-cache.ts'
import { isOfConsole } from '../journal/console-calls.ts'
import { nextRequestId } from '../journal/request-ids.ts'
import type { World } from '../worlds/world.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import { endWith, idHeaders, journaled, recordAnswer } from './journal.ts'
import { countedCall } from './rate-limit.ts'

/** Options of the plugin. */
export interface RepeatedReadsOptions {
  /** Where they are kept; they are not when absent. */
  readonly cache?: ResponseCache | undefined
}

const plugin: FastifyPluginCallback<RepeatedReadsOptions> = (app, { cache }, done) => {
  if (cache === undefined) return done()
  app.addHook('onSend', (request, reply, payload, next) => {
    const { cached } = request
    if (cached !== null && (typeof payload === 'string' || Buffer.isBuffer(payload)) && isRepeatable(request, reply)) {
      cache.keepRepeated(repeatedRead(request, reply, cached, payload))
    }
    next(null, payload)
  })
  done()
}

/**
 * Keeps reads that were answered from the cache, for `answerRepeatedReads`. Runs after every hook that changes a
 * response.
 */
export const repeatedReadsPlugin = fp(plugin, {
  name: 'repeated-reads',
  dependencies: ['response-cache', 'compression', 'large-responses', 'journal', 'rate-limit'],
  fastify: '5.x',
})

/** Returns whether what a request was answered depends on nothing but its first line, its headers and its world. */
const isRepeatable = ({ headers, raw, operation }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  statusCode === 200 &&
  operation !== null &&
  raw.httpVersion === '1.1' &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  !isOfConsole(headers)

function repeatedRead(
  request: FastifyRequest,
  reply: FastifyReply,
  cached: CachedResponse,
  payload: string | Buffer,
): RepeatedRead {
  const { originalUrl: url, raw, headers, worldName: world, operation, entry } = request
  const answerHeaders = reply.getHeaders() as OutgoingHttpHeaders
  const bytes = Buffer.byteLength(payload)
  return {
    url,
    rawHeaders: raw.rawHeaders,
    headers,
    world,
    operation: operation?.id ?? '',
    call: countedCall(request),
    cached,
    journaledHeaders: entry?.answerHeaders ?? answerHeaders,
    sentHeaders: { ...answerHeaders, 'content-length': String(bytes) },
    payload,
    encoding: bytes === payload.length ? 'latin1' : 'utf8',
  }
}

/** What repeated reads are answered by. */
export interface RepeatedReadsParts {
  readonly cache: ResponseCache
  readonly worlds: Pick<WorldRegistry, 'world'>
  readonly limits: RateLimits
}

/**
 * Answers a read that was repeated before, and is the same to the letter, before it is routed, while its world has the
 * same version and neither faults nor stubs. What else an answer takes is done by the functions that plugins call: the
 * request is counted and journaled, and has an id of its own.
 */
export function answerRepeatedReads(app: FastifyInstance, { cache, worlds, limits }: RepeatedReadsParts): void {
  let isClosing = false
  app.addHook('preClose', (closed) => {
    isClosing = true
    closed()
  })
  wrapListeners(app.server, (answer) => (request, response) => {
    const read = cache.repeated(request.url ?? '')
    if (read === undefined || isClosing || !isRepetition(read, request)) return answer(request, response)
    const world = unchangedWorld(read, worlds)
    const count = world && limits.count(world, read.call)
    if (world === undefined || count?.passes === false) return answer(request, response)
    repeat(read, world, count, response)
  })
}

/** Returns the world of a read; undefined where the read may be answered otherwise than before. */
function unchangedWorld(
  { world: name, cached }: RepeatedRead,
  worlds: RepeatedReadsParts['worlds'],
): World | undefined {
  try {
    const world = worlds.world(name)
    const { isCreated, faults, stubs } = world
    return isCreated && faults.isEmpty && stubs.isEmpty && world.version === cached.version ? world : undefined
  } catch {
    // What is the matter is said by the plugins, in an answer.
    return undefined
  }
}

function repeat(read: RepeatedRead, world: World, count: Count | undefined, response: ServerResponse): void {
  const { url: originalUrl, headers, operation, cached, journaledHeaders, sentHeaders, payload, encoding } = read
  const id = nextRequestId()
  const entry = journaled({ id, method: 'GET', originalUrl, headers }, world)
  const own = { ...idHeaders(id), ...(count && limitHeaders(count)) }
  if (entry !== null) {
    endWith(response, entry)
    entry.operation = operation
    entry.findings = cached.findings
    recordAnswer(entry, { status: 200, headers: { ...journaledHeaders, ...own }, payload: cached.text })
  }
  response.writeHead(200, { ...sentHeaders, ...own })
  response.end(payload, encoding)
}
