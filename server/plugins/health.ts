import { accessSync, constants } from 'node:fs'
import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../domain/problems.ts'
import { checkedName } from '../domain/world-name.ts'
import type { World } from '../world.ts'

/** What the plugin needs: where worlds are kept, if not in memory. */
export interface HealthPluginOptions {
  readonly directory?: string | undefined
}

const plugin: FastifyPluginCallback<HealthPluginOptions> = (app, { directory }, done) => {
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs'))
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, (request) => {
    const world = checkedName(request.worldName)
    demandReady(() => request.world, directory)
    return { status: 'ready', world }
  })
  done()
}

/** Says that the process lives (`/healthz`) and that it can answer from a world and keep what it is told (`/readyz`). */
export const healthPlugin = fp(plugin, { name: 'health', dependencies: ['worlds'], fastify: '5.x' })

/** Throws 503 with the reason. Makes no world: one that is not there yet is as ready as the seed. */
function demandReady(worldOf: () => World, directory: string | undefined): void {
  try {
    worldOf().readable.pragma('schema_version')
    if (directory !== undefined) accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Problem('server.unready', { detail: error instanceof Error ? error.message : String(error) })
  }
}
