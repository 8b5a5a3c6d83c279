import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { ApiError } from '../domain/errors/api-errors.ts'
import { checkedName } from '../domain/world-name.ts'

/** Options of the plugin: throws while a world cannot be used. */
export interface HealthPluginOptions {
  readonly refuseUnready: (world: string) => void
}

const plugin: FastifyPluginCallback<HealthPluginOptions> = (app, { refuseUnready }, done) => {
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, (request) => {
    const world = checkedName(request.worldName)
    try {
      refuseUnready(world)
    } catch (error) {
      throw new ApiError('server.unready', { detail: error instanceof Error ? error.message : String(error) })
    }
    return { status: 'ready', world }
  })
  done()
}

/**
 * Serves `/healthz`, which answers while the process runs, and `/readyz`, which checks that a world can be read and
 * written.
 */
export const healthPlugin = fp(plugin, { name: 'health', dependencies: ['worlds'], fastify: '5.x' })
