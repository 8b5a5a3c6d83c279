import type { FastifyReply, FastifyRequest } from 'fastify'
import { faultHeader } from '#server/domain/faults/faults.ts'
import type { JournalEntry } from '#server/journal/entry.ts'

/** A call that this server has answered, as it is sent on. */
export interface ForwardedCall {
  /** Its entry in the journal; null where that is off. */
  readonly entry: JournalEntry | null
  readonly world: string
  /** Milliseconds of the world's clock when it was answered. */
  readonly at: number
  /** The id of its operation; null where it has none. */
  readonly operation: string | null
  readonly category: string
  readonly method: string
  /** The path below `/v5`. */
  readonly path: string
  readonly query: string
  /** The body as text; null without one. */
  readonly body: string | null
  readonly status: number
  readonly headers: ReturnType<FastifyReply['getHeaders']>
  /** The answer's body; undefined where it is none, or no text. */
  readonly answer: string | undefined
}

/** Statuses of this server that say nothing of the other one: its tokens, its limits, and what it cannot do. */
const ownStatuses = new Set([401, 429, 501])

/**
 * Returns the call that is sent on; undefined for one that is not: a call that a fault or a stub answers, one for a
 * token, and one that this server refuses for a reason of its own.
 */
export function forwardedCall(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): ForwardedCall | undefined {
  const { operation, method, headers, worldName, url, bodyText, entry = null } = request
  const { statusCode: status } = reply
  if (method === 'HEAD' || method === 'OPTIONS') return undefined
  if (ownStatuses.has(status) || (status >= 500 && status <= 599)) return undefined
  if (request.stub || request.fault || headers[faultHeader] !== undefined || headers[consoleHeader] !== undefined)
    return undefined
  // Where there is no operation, the call was refused before its body was read.
  if (operation === null && method !== 'GET') return undefined
  const [whole = '', query = ''] = url.split('?')
  const path = whole.replace(/^\/v5/, '')
  if (operation?.security.basic !== undefined || /^\/oauth(\/|$)/.test(path)) return undefined
  return {
    entry,
    world: worldName,
    at: request.world.clock.milliseconds(),
    operation: operation?.id ?? null,
    category: operation?.rate_category ?? '',
    method,
    path,
    query,
    body: bodyText,
    status,
    headers: reply.getHeaders(),
    answer: typeof payload === 'string' ? payload : undefined,
  }
}

/** The header of the console's own calls. */
const consoleHeader = 'x-mock-source'

/** Returns whether a call may change something on the other server. */
export const isWrite = ({ method }: Pick<ForwardedCall, 'method'>): boolean => method !== 'GET'
