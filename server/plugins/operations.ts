import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { findOperation } from '#openapi/operation-router.ts'
import { type Operation, operationOf } from '#openapi/operations.ts'
import type { Operations } from '../contracts/operations.ts'
import { apiPathOf } from '../http/api-path.ts'
import type { Implementations } from '../http/implementation.ts'
import { isRouted, mayBeAnswered, refuseUnrouted } from '../http/unrouted-calls.ts'

export type { OperationRequest, OperationRoute, OperationSchema, Operations } from '../contracts/operations.ts'

declare module 'fastify' {
  interface FastifyInstance extends Operations {
    /** The operations that are answered, by their ids. */
    readonly implementations: Implementations
  }
}

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.decorate('implementations', new Map())
  app.decorateRequest('operation', null)
  app.decorateRequest('implementation', null)
  app.decorate('operation', (id, { summary, description, consumes, schema, handler }) => {
    const operation = operationOf(id)
    app.route({
      ...routeOf(operation),
      schema: {
        ...schema,
        ...(consumes && { consumes }),
        operationId: id,
        tags: [operation.tag],
        summary,
        description,
        security: securityOf(operation),
      },
      handler: handler as never,
    })
  })
  app.addHook('onRequest', (request, _reply, next) => {
    const found = findOperation(request.method, apiPathOf(request))
    if (found !== undefined) {
      request.operation = found.operation
      request.implementation = app.implementations.get(found.operation.id) ?? null
      request.params = found.params
    }
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

/**
 * Adds routes by the ids of the contract's operations, and answers 501 for operations that are not implemented, unless a
 * stub or a fault may answer.
 */
export const operationsPlugin = fp(plugin, { name: 'operations', fastify: '5.x' })

/** Returns the method and URL pattern of an operation for the router. */
const routeOf = ({ method, path }: Operation) => ({ method, url: path.replaceAll(/{(\w+)}/g, ':$1') })

const securityOf = ({ security }: Operation) => Object.entries(security).map(([name, scopes]) => ({ [name]: scopes }))
