import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'
import { profileOf } from '../domain/profiles/profiles.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onRequest', ({ world, operation }, _reply, next) => {
    const profile = profileOf(world.target.profile)
    if (profile === undefined || operation === null) return next()
    const refusal = profile.refusalOf(operation)
    if (refusal !== undefined)
      throw new ApiError(refusal, refusal === 'request.sandbox-operation' ? { detail: operation.id } : {})
    next()
  })
  done()
}

/**
 * Refuses what the profile of the world does not have. Refusals are counted by rate limits, as those of the real service
 * are, and a token is checked first.
 */
export const profilePlugin = fp(plugin, {
  name: 'profile',
  dependencies: ['operations', 'worlds', 'authentication', 'rate-limit'],
  fastify: '5.x',
})
