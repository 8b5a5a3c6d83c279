import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { json } from '../http/responses/replies.ts'

/** The version of the API's description that answers follow. */
export const apiVersion = '5.28.0'

/** What the real service told of itself on 9 July 2026: the number of a build, and no version of the API (observed). */
const build = '6567469'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('cache-control', 'no-cache, no-store, must-revalidate')
    reply.header('x-content-type-options', 'nosniff')
    reply.header('pinterest-version', build)
    reply.header('x-mock-api-version', apiVersion)
    next()
  })
  // Here and not when it is sent: Fastify would add a charset, which the real service does not have.
  app.addHook('onSend', (_request, reply, payload, next) => {
    if (typeof payload === 'string' && payload !== '') reply.header('content-type', json)
    next(null, payload)
  })
  done()
}

/** The headers that every answer of the real service has. */
export const headersPlugin = fp(plugin, { name: 'headers', fastify: '5.x' })
