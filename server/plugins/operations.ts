import type { FastifyPluginCallback, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import fp from 'fastify-plugin'
import type { z } from 'zod'
import { moreLiteralOperation, operationsOn } from '#openapi/matching.ts'
import { type Operation, operationOf } from '#openapi/operations.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { apiPathOf, noOperation } from '../http/api-path.ts'

/** What an operation takes and gives, each part a zod schema. */
export interface OperationSchema {
  readonly params?: z.ZodType
  readonly querystring?: z.ZodType
  readonly body?: z.ZodType
  readonly response: Readonly<Record<number, z.ZodType>>
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown

/** A request whose parts are what the operation's schemas made of them. */
export type OperationRequest<Schema extends OperationSchema> = FastifyRequest<{
  Params: Parsed<Schema['params']>
  Querystring: Parsed<Schema['querystring']>
  Body: Parsed<Schema['body']>
}>

/** An operation as its resource builds it; method, path, tags and security come from the contract. */
export interface OperationRoute<Schema extends OperationSchema> {
  /** A few words of our own, and a sentence or two. */
  readonly summary: string
  readonly description: string
  /** The content types of the body where it is not JSON. */
  readonly consumes?: readonly string[]
  readonly schema: Schema
  readonly handler: (request: OperationRequest<Schema>, reply: FastifyReply) => FastifyReply
}

/** What takes operations: an application, or who keeps them until they are called. */
export interface Operations {
  /** Adds a documented operation by its id; throws on an id that the contract lacks. */
  operation<Schema extends OperationSchema>(id: string, route: OperationRoute<Schema>): void
}

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
    request.operation =
      routed === undefined ? documented(request.method, path) : (moreLiteralOperation(routed, path) ?? routed)
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
