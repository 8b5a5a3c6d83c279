import { STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'
import { itemsIn } from '../domain/faults/batches.ts'
import {
  type ApiErrorEffect,
  apiErrorEffects,
  type Effect,
  isApiError,
  type StatusEffect,
} from '../domain/faults/effect.ts'
import { faultHeader } from '../domain/faults/faults.ts'
import { applies, type Call } from '../domain/faults/match.ts'
import { effectOfHeader } from '../faults/fault-header.ts'
import { callOfRequest } from '../http/call-of-request.ts'
import { Delays } from '../http/connection/delays.ts'
import { sendRaw } from '../http/responses/raw-response.ts'
import { faultsHeader } from '../http/responses/replies.ts'
import { isRouted } from '../http/unrouted-calls.ts'
import { isOfConsole } from '../journal/console-calls.ts'
import { uncount } from './rate-limit.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The delays that faults cause. */
    delays: Delays
  }
}

const plugin: FastifyPluginCallback = (app, _options, done) => {
  const delays = new Delays()
  app.decorate('delays', delays)
  app.decorateRequest('fault', null)
  app.addHook('preClose', (closed) => {
    delays.end()
    closed()
  })
  // After the body is parsed, since a fault may match on it, and before anything else reads it.
  app.addHook('preValidation', (request, reply, next) => {
    const { faults, clock } = request.world
    const header = request.headers[faultHeader]
    if (header === undefined && (faults.isEmpty || isOfConsole(request.headers))) return next()
    const call = callOf(request)
    const plan = faults.plan(call, clock.seconds(), header === undefined ? undefined : effectFor(call, String(header)))
    if (plan === undefined) return next()
    request.fault = plan
    request.entry?.struck(plan.applied.map(({ id, effect }) => `${id}: ${effect.type}`))
    reply.header(faultsHeader, plan.applied.map(({ id }) => id).join(','))
    const { answer } = plan
    if (answer === undefined) return next()
    if (isApiError(answer)) return next(apiErrorOf(answer))
    if (answer.type === 'status') return void sendStatus(request, reply, answer)
    if (answer.type === 'hang') return void close(reply, plan.delay + answer.at_most, delays)
    if (answer.type === 'reset') return void close(reply, plan.delay, delays, reset)
    if (answer.type === 'empty') return void close(reply, plan.delay, delays)
    next()
  })
  done()
}

/**
 * Applies the faults of the world, or the fault in a request's header. Faults that replace the response are applied
 * here; faults that change it in `response-faults.ts`.
 */
export const requestFaultsPlugin = fp(plugin, {
  name: 'request-faults',
  dependencies: ['operations', 'worlds', 'authentication', 'rate-limit', 'journal', 'stub-match'],
  fastify: '5.x',
})

const callOf = (request: FastifyRequest): Call => ({
  request: callOfRequest(request),
  isBatch: request.stub === null && isRouted(request) && request.implementation?.traits?.maxItems !== undefined,
  itemCount: itemsIn(request.body),
})

/** Returns the effect that a request's header asks for; throws where it is unknown or the request lacks the item. */
function effectFor(call: Call, text: string): Effect {
  const effect = effectOfHeader(text)
  if (applies(effect, call)) return effect
  throw new ApiError('request.fault', { detail: `${call.request.operation} was sent no batch that has such an item` })
}

function apiErrorOf({ type, message, retry_after }: ApiErrorEffect): ApiError {
  const limited = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(retry_after ?? 1) }
  return new ApiError(apiErrorEffects[type], {
    ...(message !== undefined && { message }),
    headers: {
      ...(type === 'rate_limited' && limited),
      ...(retry_after !== undefined && { 'retry-after': String(retry_after) }),
    },
  })
}

function sendStatus(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, headers = {} }: StatusEffect,
): FastifyReply {
  if (status === 401) uncount(request, reply)
  const envelope = { code: status, message: STATUS_CODES[status] ?? 'Unknown' }
  const isJson = typeof body !== 'string'
  const text = isJson ? JSON.stringify(body === undefined ? envelope : body) : body
  return sendRaw(reply, { status, headers, text, isJson })
}

/** Ends a request without a response, after a delay. */
async function close(reply: FastifyReply, after: number, delays: Delays, how = end): Promise<void> {
  reply.hijack()
  await delays.wait(after, reply.raw)
  how(reply)
}

function end({ raw }: FastifyReply): void {
  raw.destroy()
}

function reset({ raw, request: { socket } }: FastifyReply): void {
  // Node resets plain connections only.
  if (socket instanceof Socket && !('encrypted' in socket)) socket.resetAndDestroy()
  else raw.destroy()
}
