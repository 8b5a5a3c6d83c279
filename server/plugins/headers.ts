import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { json } from '../http/responses/replies.ts'

/** The version of the API's description that responses follow. */
export const apiVersion = '5.28.0'

/** The real service's own build number on 9 July 2026 (observed). It is no version of the API. */
const build = '6567469'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('cache-control', 'no-cache, no-store, must-revalidate')
    reply.header('x-content-type-options', 'nosniff')
    reply.header('pinterest-version', build)
    reply.header('x-mock-api-version', apiVersion)
    next()
  })
  // In `onSend`: Fastify would otherwise add a charset, which the real service does not send.
  app.addHook('onSend', (_request, reply, payload, next) => {
    if (typeof payload === 'string' && payload !== '') reply.header('content-type', json)
    next(null, payload)
  })
  done()
}

/** Adds the headers that every response of the real service has. */
export const headersPlugin = fp(plugin, { name: 'headers', fastify: '5.x' })
