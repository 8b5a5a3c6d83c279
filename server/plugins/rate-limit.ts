import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { callsPerSecond, count, perMinute, type Usage } from '../domain/rate-limits.ts'
import type { World } from '../world.ts'

const mostCounted = 10_000

const plugin: FastifyPluginCallback = (app, _options, done) => {
  const usages = new WeakMap<World, Map<string, Usage>>()
  const usageOf = (world: World, key: string): Usage => {
    const ofWorld = usages.get(world) ?? new Map<string, Usage>()
    usages.set(world, ofWorld)
    const known = ofWorld.get(key)
    if (known !== undefined) return known
    if (ofWorld.size >= mostCounted) ofWorld.clear()
    const fresh = { second: 0, inSecond: 0, minute: 0, inMinute: 0 }
    ofWorld.set(key, fresh)
    return fresh
  }
  app.addHook('onRequest', (request, reply, next) => {
    const category = request.operation?.rate_category ?? ''
    const usage = usageOf(request.world, `${category} ${request.token}`)
    count(usage, request.world.clock.seconds())
    const perMinuteLimit = perMinute(category)
    const left = Math.min(callsPerSecond - usage.inSecond, perMinuteLimit - usage.inMinute)
    reply.header('x-ratelimit-limit', `${callsPerSecond}, ${callsPerSecond};w=1, ${perMinuteLimit};w=60`)
    reply.header('x-ratelimit-remaining', String(Math.max(0, left)))
    reply.header('x-ratelimit-reset', '1')
    next()
  })
  done()
}

/** Counts calls for each token and category and tells so in the headers that the real service sends. Refuses nothing. */
export const rateLimitPlugin = fp(plugin, {
  name: 'rate-limit',
  dependencies: ['operations', 'worlds', 'auth'],
  fastify: '5.x',
})
