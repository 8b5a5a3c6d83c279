import cors from '@fastify/cors'
import type { FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { json, requestIdHeader, rulesHeader } from '../http/replies.ts'

/** The version of the API's description that answers follow. */
export const apiVersion = '5.28.0'

const exposed = [
  'x-pinterest-rid',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  requestIdHeader,
  rulesHeader,
]

const plugin: FastifyPluginAsync = async (app) => {
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: exposed,
    maxAge: 600,
    strictPreflight: false,
  })
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('cache-control', 'no-cache, no-store, must-revalidate')
    reply.header('x-content-type-options', 'nosniff')
    reply.header('pinterest-version', apiVersion)
    next()
  })
  // Here and not when it is sent: Fastify would add a charset, which the real service does not have.
  app.addHook('onSend', (_request, reply, payload, next) => {
    if (typeof payload === 'string' && payload !== '') reply.header('content-type', json)
    next(null, payload)
  })
}

/** The headers that every answer of the real service has, and CORS for frontends on other origins. */
export const headersPlugin = fp(plugin, { name: 'headers', fastify: '5.x' })
