import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'

/** What the plugin needs: what throws while a world cannot be used. */
export interface HealthPluginOptions {
  readonly refuseUnready: (world: string) => void
}

const plugin: FastifyPluginCallback<HealthPluginOptions> = (app, { refuseUnready }, done) => {
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs'))
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, ({ world }) => {
    refuseUnready(world.name)
    return { status: 'ready', world: world.name }
  })
  done()
}

/** Says that the process lives (`/healthz`) and that it can answer from a world (`/readyz`). */
export const healthPlugin = fp(plugin, { name: 'health', dependencies: ['worlds'], fastify: '5.x' })
