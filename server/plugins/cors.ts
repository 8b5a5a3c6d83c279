import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { apiPathOf, methodsOn, noOperation, withMethods } from '../http/api-path.ts'
import { allowPages } from '../http/cors.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onRequest', (request, reply, next) => {
    if (request.method !== 'OPTIONS') return next()
    const path = apiPathOf(request)
    const methods = withMethods(methodsOn(path), app.fallbacks?.methodsOn(path) ?? [])
    if (methods.length > 0) reply.header('allow', methods.join(', '))
    else if (request.headers['access-control-request-method'] === undefined) throw noOperation('OPTIONS', path)
    next()
  })
  // Preflights of unknown paths pass too: a browser would hide the 404 of the call itself behind its own error.
  allowPages(app, { paths: ['*'] })
  done()
}

/** Answers OPTIONS without a token, and allows pages of all origins to call the API and to read its headers. */
export const corsPlugin = fp(plugin, { name: 'cors', fastify: '5.x' })
