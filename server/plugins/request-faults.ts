import { STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'
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
import { Waits } from '../http/connection/delays.ts'
import { faultsHeader, sendJson } from '../http/responses/replies.ts'
import { uncount } from './rate-limit.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What faults wait for. */
    waits: Waits
  }
}

const plugin: FastifyPluginCallback = (app, _options, done) => {
  const waits = new Waits()
  app.decorate('waits', waits)
  app.decorateRequest('fault', null)
  app.addHook('preClose', (closed) => {
    waits.end()
    closed()
  })
  // Once the body is read, since a fault may look into it, and before anything else does.
  app.addHook('preValidation', (request, reply, next) => {
    const { faults, clock } = request.world
    const asked = request.headers[faultHeader]
    if (asked === undefined && faults.isEmpty) return next()
    const call = callOf(request)
    const plan = faults.plan(call, clock.seconds(), asked === undefined ? undefined : effectFor(call, String(asked)))
    if (plan === undefined) return next()
    request.fault = plan
    request.entry?.struck(plan.applied.map(({ id, effect }) => `${id}: ${effect.type}`))
    reply.header(faultsHeader, plan.applied.map(({ id }) => id).join(','))
    const { answer } = plan
    if (answer === undefined) return next()
    if (isApiError(answer)) return next(problemOf(answer))
    if (answer.type === 'status') return void sendStatus(request, reply, answer)
    if (answer.type === 'hang') return void close(reply, plan.delay + answer.at_most, waits)
    if (answer.type === 'reset') return void close(reply, plan.delay, waits, reset)
    if (answer.type === 'empty') return void close(reply, plan.delay, waits)
    next()
  })
  done()
}

/**
 * Does to requests what their world's faults say, or the header of one request. What takes the place of the answer
 * happens here; what is done to the answer, where it leaves: see `response-faults.ts`.
 */
export const requestFaultsPlugin = fp(plugin, {
  name: 'request-faults',
  dependencies: ['operations', 'worlds', 'authentication', 'rate-limit', 'journal'],
  fastify: '5.x',
})

function callOf({ operation, routeOptions, method, url, params, body }: FastifyRequest): Call {
  const { ad_account_id: adAccount } = params as { ad_account_id?: string }
  const [path = ''] = url.split('?', 1)
  const isBatch = routeOptions.config.traits?.mostItems !== undefined
  return { operation: operation?.id ?? '', isBatch, method, path: path.slice('/v5'.length), adAccount, body }
}

/** The effect that a request asks for. Throws when there is none such, or when the request has nothing to do it to. */
function effectFor(call: Call, text: string): Effect {
  const effect = effectOfHeader(text)
  if (applies(effect, call)) return effect
  throw new ApiError('request.fault', { detail: `${call.operation} was sent no batch that has such an item` })
}

function problemOf({ type, message, retry_after }: ApiErrorEffect): ApiError {
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
  reply.code(status).headers(headers)
  if (status === 204 || status === 304) return reply.send()
  const envelope = { code: status, message: STATUS_CODES[status] ?? 'Unknown' }
  const text = typeof body === 'string' ? body : JSON.stringify(body === undefined ? envelope : body)
  const type = reply.getHeader('content-type') ?? (typeof body === 'string' ? 'text/plain' : undefined)
  // Bytes keep their type; text is sent as JSON.
  return type === undefined ? sendJson(reply, text) : reply.header('content-type', type).send(Buffer.from(text))
}

/** Ends a request without an answer, after a while. */
async function close(reply: FastifyReply, after: number, waits: Waits, how = end): Promise<void> {
  reply.hijack()
  await waits.wait(after, reply.raw)
  how(reply)
}

function end({ raw }: FastifyReply): void {
  raw.destroy()
}

function reset({ raw, request: { socket } }: FastifyReply): void {
  // Node resets plain connections alone.
  if (socket instanceof Socket && !('encrypted' in socket)) socket.resetAndDestroy()
  else raw.destroy()
}
