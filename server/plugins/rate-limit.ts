import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { type Count, type CountedCall, Meter } from '../domain/meter.ts'
import { Problem } from '../domain/problems.ts'
import { warn } from '../http/replies.ts'
import type { World } from '../world.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  const meters = new WeakMap<World, Meter>()
  const meterOf = (world: World): Meter => {
    const known = meters.get(world)
    if (known?.setting === world.limits) return known
    const meter = new Meter(world.limits)
    meters.set(world, meter)
    return meter
  }
  app.addHook('onRequest', (request, reply, next) => {
    const { world } = request
    const count = meterOf(world).count(callOf(request), world.clock.milliseconds())
    if (count === undefined) return next()
    reply.header('x-ratelimit-limit', `${count.limit.calls}, ${count.policy}`)
    reply.header('x-ratelimit-remaining', String(count.left))
    reply.header('x-ratelimit-reset', String(Math.ceil(count.reset / 1000)))
    if (!count.passes) refuse(request, count)
    next()
  })
  done()
}

/** Counts calls by the world's limits, tells so in the headers that the real service sends, and refuses with 429. */
export const rateLimitPlugin = fp(plugin, {
  name: 'rate-limit',
  dependencies: ['operations', 'worlds', 'auth'],
  fastify: '5.x',
})

/** Whose call it is, and of what category. A token that nobody was given stands for its user and its app. */
function callOf({ token, caller, operation, params }: FastifyRequest): CountedCall {
  const category = operation?.rate_category ?? ''
  const { ad_account_id = '' } = params as { ad_account_id?: string }
  const adAccount = category === 'ads_conversions' ? ad_account_id : ''
  return { category, app: caller.app ?? token, user: caller.app === null ? token : caller.userId, adAccount }
}

function refuse(request: FastifyRequest, { limit, reset, refusedBefore }: Count): never {
  const seconds = reset / 1000
  if (refusedBefore) warn(request, [`Retried ${seconds} seconds too early: the limit's window has not ended`])
  const who = limit.category === '*' ? 'all calls together' : limit.category
  const window = limit.window.replace('per_', 'a ')
  throw new Problem('request.rate-limit', {
    detail: `${who}: ${limit.calls} ${window}; the next window begins in ${Math.ceil(seconds)} seconds`,
    // Second-hand, from a third party's connector: seen on the 429 of a trial app.
    ...(request.world.limits === 'trial' && { headers: { 'x-envoy-ratelimited': 'true' } }),
  })
}
