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
  // The library handles preflights only: its work on every response costs as much as finding a campaign.
  app.addHook('onRoute', (route) => {
    if (route.method !== 'OPTIONS') route.config = { ...route.config, cors: false }
  })
  app.addHook('onRequest', (request, reply, next) => {
    if (request.method !== 'OPTIONS') {
      // Only browsers read these headers, and a browser sends the page's origin.
      if (request.headers.origin !== undefined) {
        reply.header('access-control-allow-origin', '*')
        reply.header('access-control-expose-headers', exposed)
      }
      return next()
    }
    const path = apiPathOf(request)
    const methods = methodsOn(path)
    if (methods.length > 0) reply.header('allow', methods.join(', '))
    // A preflight passes on any path: a browser would hide the 404 of the call itself behind its own error.
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

/** Answers OPTIONS without a token, and allows pages of other origins to call the API and to read its headers. */
export const corsPlugin = fp(plugin, { name: 'cors', fastify: '5.x' })
