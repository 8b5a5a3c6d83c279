import type { FastifyPluginCallback, HTTPMethods } from 'fastify'
import fp from 'fastify-plugin'
import { moreLiteralOperation, operationsOn } from '#openapi/matching.ts'
import { type Operation, operationOf } from '#openapi/operations.ts'
import type { Operations } from '../contracts/operations.ts'
import { apiPathOf } from '../http/api-path.ts'
import { isRouted, mayBeAnswered, refuseUnrouted } from '../http/unrouted-calls.ts'

export type { OperationRequest, OperationRoute, OperationSchema, Operations } from '../contracts/operations.ts'

declare module 'fastify' {
  interface FastifyInstance extends Operations {}
}

const everyMethod: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const emptyPart = /\/(\/|$)/

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.decorateRequest('operation', null)
  app.decorate('operation', (id, { summary, description, consumes, schema, handler }) => {
    const operation = operationOf(id)
    app.route({
      ...routeOf(operation),
      config: { operation },
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
    const path = apiPathOf(request)
    // The router also matches an empty path segment as a parameter.
    const routedOperation = emptyPart.test(path) ? undefined : request.routeOptions.config.operation
    request.operation =
      routedOperation === undefined
        ? documented(request.method, path)
        : (moreLiteralOperation(routedOperation, path) ?? routedOperation)
    if (request.operation === null && !mayBeAnswered(request)) refuseUnrouted(request)
    if (request.entry && request.operation !== null) request.entry.operation = request.operation.id
    next()
  })
  app.addHook('preParsing', (request, _reply, _payload, next) => {
    if (!isRouted(request) && !mayBeAnswered(request)) refuseUnrouted(request)
    next()
  })
  app.route({ method: everyMethod, url: '/*', schema: { hide: true }, handler: refuseUnrouted })
  done()
}

/**
 * Adds routes by the ids of the contract's operations, and answers 501 for operations that are not implemented, unless a
 * stub or a fault may answer.
 */
export const operationsPlugin = fp(plugin, { name: 'operations', fastify: '5.x' })

/** Returns the method and URL pattern of an operation for the router. */
export const routeOf = ({ method, path }: Operation) => ({ method, url: path.replaceAll(/{(\w+)}/g, ':$1') })

const securityOf = ({ security }: Operation) => Object.entries(security).map(([name, scopes]) => ({ [name]: scopes }))

/** Returns the operation of a path and method, implemented or not; null where there is none. */
function documented(method: string, path: string): Operation | null {
  const documentedMethod = method === 'HEAD' ? 'GET' : method
  return operationsOn(path).find((operation) => operation.method === documentedMethod) ?? null
}
