import cors from '@fastify/cors'
import type { FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { apiPathOf, methodsOn, noOperation } from '../http/api-path.ts'
import { faultsHeader, requestIdHeader, rulesHeader } from '../http/responses/replies.ts'

const exposed = [
  'pinterest-version',
  'x-mock-api-version',
  'x-pinterest-rid',
  'x-pinterest-rid-128bit',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  requestIdHeader,
  rulesHeader,
  faultsHeader,
].join(', ')

const plugin: FastifyPluginAsync = async (app) => {
  // The library is left the preflights: what it does to each answer costs as much as finding the campaign does.
  app.addHook('onRoute', (route) => {
    if (route.method !== 'OPTIONS') route.config = { ...route.config, cors: false }
  })
  app.addHook('onRequest', (request, reply, next) => {
    if (request.method !== 'OPTIONS') {
      // Browsers alone look at them, and a browser names the page that it calls for.
      if (request.headers.origin !== undefined) {
        reply.header('access-control-allow-origin', '*')
        reply.header('access-control-expose-headers', exposed)
      }
      return next()
    }
    const path = apiPathOf(request)
    const methods = methodsOn(path)
    if (methods.length > 0) reply.header('allow', methods.join(', '))
    // A preflight passes on any path: a browser would show a refused one, and hide the 404 that follows.
    else if (request.headers['access-control-request-method'] === undefined) {
      throw noOperation('OPTIONS', path)
    }
    next()
  })
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: exposed,
    maxAge: 600,
    strictPreflight: false,
  })
}

/** Answers OPTIONS without a token, and lets frontends on other origins call and read the headers. */
export const corsPlugin = fp(plugin, { name: 'cors', fastify: '5.x' })
