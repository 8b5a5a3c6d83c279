import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { findOperation } from '#openapi/operation-router.ts'
import { apiPathOf } from '../http/api-path.ts'
import type { Fallbacks, Implementations } from '../http/implementation.ts'
import { mayBeAnswered } from '../http/may-be-answered.ts'
import type {} from '../http/request.ts'
import { isRouted, refuseUnrouted } from '../http/unrouted-calls.ts'

export type { OperationRequest, OperationRoute, OperationSchema, Operations } from '../contracts/operations.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The operations that are answered, by their ids. */
    readonly implementations: Implementations
    /** What answers operations that this server does not have; undefined unless an option says so. */
    readonly fallbacks: Fallbacks | undefined
  }
}

/** Options of the plugin. */
export interface OperationsPluginOptions {
  /** What answers operations that this server does not have; nothing when absent. */
  readonly fallbacks?: Fallbacks | undefined
}

const plugin: FastifyPluginCallback<OperationsPluginOptions> = (app, { fallbacks }, done) => {
  app.decorate('implementations', new Map())
  app.decorate('fallbacks', fallbacks)
  app.decorateRequest('operation', null)
  app.decorateRequest('implementation', null)
  app.addHook('onRequest', (request, _reply, next) => {
    const found = findOperation(request.method, apiPathOf(request))
    if (found !== undefined) {
      request.operation = found.operation
      request.implementation = app.implementations.get(found.operation.id) ?? null
      request.params = found.params
    }
    if (fallbacks !== undefined) takeFallback(request, fallbacks)
    if (request.operation === null && !mayBeAnswered(request)) refuseUnrouted(request)
    if (request.entry && request.operation !== null) request.entry.operation = request.operation.id
    next()
  })
  app.addHook('preParsing', (request, _reply, _payload, next) => {
    if (!isRouted(request) && !mayBeAnswered(request)) refuseUnrouted(request)
    next()
  })
  done()
}

/** Takes what answers a call in place of this server, where there is something. */
function takeFallback(request: FastifyRequest, fallbacks: Fallbacks): void {
  const { method, url, implementation } = request
  const [, query = ''] = url.split('?')
  const fallback = fallbacks.find({ method, path: apiPathOf(request), query }, implementation?.operation)
  if (fallback === undefined) return
  request.operation = fallback.implementation.operation
  request.implementation = fallback.implementation
  request.params = fallback.params
}

/**
 * Finds the operation of each request, and answers 501 for one that is not implemented, unless a stub or a fault may
 * answer.
 */
export const operationsPlugin = fp(plugin, { name: 'operations', fastify: '5.x' })
