import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'
import type { Count, CountedCall } from '../domain/rate-limit/limiter.ts'
import { limitHeaderNames, limitHeaders, type RateLimits } from '../http/rate-limits.ts'
import { warn } from '../http/responses/replies.ts'
import { isOfConsole } from '../journal/console-calls.ts'

/** Options of the plugin. */
export interface RateLimitPluginOptions {
  /** The limits that count the calls. */
  readonly limits: RateLimits
}

const plugin: FastifyPluginCallback<RateLimitPluginOptions> = (app, { limits }, done) => {
  app.decorateRequest('count', null)
  app.addHook('onRequest', (request, reply, next) => {
    if (isOfConsole(request.headers)) return next()
    const count = limits.count(request.world, countedCall(request))
    if (count === undefined) return next()
    request.count = count
    reply.headers(limitHeaders(count))
    if (!count.passes) refuse(request, count)
    next()
  })
  done()
}

/** Counts calls against the world's rate limits, sends the real service's headers about them, and refuses with 429. */
export const rateLimitPlugin = fp(plugin, {
  name: 'rate-limit',
  dependencies: ['operations', 'worlds', 'authentication'],
  fastify: '5.x',
})

/**
 * Takes a 401 out of the count and removes its rate limit headers: the real service sends none and counts none
 * (observed). Refusals with every other status count and have the headers.
 */
export function uncount(request: FastifyRequest, reply: FastifyReply): void {
  request.count?.refund()
  request.count = null
  for (const name of limitHeaderNames) reply.removeHeader(name)
}

/** Returns the caller and category that a call counts against. An unknown token counts as a user and an app of its own. */
export function countedCall({ token, caller, operation, params }: FastifyRequest): CountedCall {
  const category = operation?.rate_category ?? ''
  const { ad_account_id = '' } = params as { ad_account_id?: string }
  const adAccount = category === 'ads_conversions' ? ad_account_id : ''
  return {
    category,
    operation: operation?.id,
    app: caller.app ?? token,
    user: caller.app === null ? token : caller.userId,
    adAccount,
  }
}

function refuse(request: FastifyRequest, count: Count): never {
  const { limit, reset, refusedBefore } = count
  count.refuse()
  const seconds = reset / 1000
  if (refusedBefore) warn(request, [`Retried ${seconds} seconds too early: the limit's window has not ended`])
  const scope = limit.category === '*' ? 'all calls together' : limit.category
  const window = limit.window.replace('per_', 'a ')
  throw new ApiError('request.rate-limit', {
    detail: `${scope}: ${limit.calls} ${window}; the next window begins in ${Math.ceil(seconds)} seconds`,
    // Second-hand, from a third party's connector: seen on the 429 of a trial app.
    ...(request.world.limits === 'trial' && { headers: { 'x-envoy-ratelimited': 'true' } }),
  })
}
