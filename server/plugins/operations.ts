import type { FastifyPluginCallback, FastifyRequest, HTTPMethods } from 'fastify'
import fp from 'fastify-plugin'
import { operationsOn, rivalOf } from '#openapi/matching.ts'
import { type Operation, operationOf } from '#openapi/operations.ts'
import type { Operations } from '../contracts/operations.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { apiPathOf, noOperation } from '../http/api-path.ts'

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
      ...placeOf(operation),
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
    // The router takes nothing for a parameter, too.
    const routed = emptyPart.test(path) ? undefined : request.routeOptions.config.operation
    request.operation = routed === undefined ? documented(request.method, path) : (rivalOf(routed, path) ?? routed)
    if (request.entry) request.entry.operation = request.operation.id
    next()
  })
  app.addHook('preParsing', (request, _reply, _payload, next) => {
    if (request.operation !== request.routeOptions.config.operation) notBuilt(request)
    next()
  })
  app.route({ method: everyMethod, url: '/*', schema: { hide: true }, handler: notBuilt })
  done()
}

/** Ties routes to the operations of the contract, and answers 501 by name for what is documented and not built. */
export const operationsPlugin = fp(plugin, { name: 'operations', fastify: '5.x' })

/** Where the router finds an operation. */
export const placeOf = ({ method, path }: Operation) => ({ method, url: path.replaceAll(/{(\w+)}/g, ':$1') })

function notBuilt(request: FastifyRequest): never {
  throw new ApiError('request.not-built', { detail: request.operation?.id ?? request.url })
}

const securityOf = ({ security }: Operation) => Object.entries(security).map(([name, scopes]) => ({ [name]: scopes }))

/** The operation that a path and a method name, built or not. Throws 404 for a path, 405 for a method nobody has. */
function documented(method: string, path: string): Operation {
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = operationsOn(path).find((operation) => operation.method === wanted)
  if (found === undefined) throw noOperation(method, path)
  return found
}
