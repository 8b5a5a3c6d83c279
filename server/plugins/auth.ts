import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { Problem } from '../domain/problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The bearer token of the request. */
    token: string
  }
}

const bearer = /^Bearer +(\S+) *$/i

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.decorateRequest('token', '')
  app.addHook('onRequest', (request, _reply, next) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined && request.operation?.security.basic === undefined) {
      throw new Problem('request.token')
    }
    request.token = token ?? ''
    next()
  })
  done()
}

/** Wants a bearer token where the operation does: any that is not empty passes, with every scope. */
export const authPlugin = fp(plugin, { name: 'auth', dependencies: ['operations'], fastify: '5.x' })
