import cors from '@fastify/cors'
import type { FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { apiPathOf, methodsOn, noOperation } from '../http/api-path.ts'
import { faultsHeader, requestIdHeader, rulesHeader } from '../http/replies.ts'

const exposed = [
  'x-pinterest-rid',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  requestIdHeader,
  rulesHeader,
  faultsHeader,
]

const plugin: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', (request, reply, next) => {
    if (request.method !== 'OPTIONS') return next()
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
