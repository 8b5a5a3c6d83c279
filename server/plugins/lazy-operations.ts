import type { FastifyPluginCallback, onSendHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { operationOf } from '#openapi/operations.ts'
import type { OperationTraits } from '../domain/operation-traits.ts'
import { LazySchema } from '../http/validation/lazy-schema.ts'
import { type OperationRoute, type OperationSchema, type Operations, routeOf } from './operations.ts'

/** Operations that are loaded together, when one of them is first called. */
export interface LazyOperations {
  /** What is known of each before, by its id. */
  readonly operations: Readonly<Record<string, OperationTraits>>
  /** Loads what adds them. */
  readonly load: () => Promise<(api: Operations) => void>
}

/** What the plugin needs: the operations that it makes routes for. */
export interface LazyOperationsOptions {
  readonly resources: readonly LazyOperations[]
}

type Loaded = OperationRoute<OperationSchema>

const plugin: FastifyPluginCallback<LazyOperationsOptions> = (app, { resources }, done) => {
  for (const { operations, load } of resources) {
    const schemas = new Map(Object.keys(operations).map((id) => [id, new LazySchema()]))
    const loaded = new Map<string, Loaded>()
    const keeper: Operations = {
      operation(id, { schema, consumes, ...route }) {
        const late = schemas.get(id)
        if (late === undefined) throw new Error(`${id} is not among the operations that it is loaded for`)
        late.schema = { ...schema, ...(consumes && { consumes }) }
        loaded.set(id, { schema, ...route } as Loaded)
      },
    }
    let loading: Promise<void> | undefined
    const loadAll = async (): Promise<void> => (await load())(keeper)
    for (const [id, late] of schemas) {
      const operation = operationOf(id)
      const { params, querystring, body } = late
      app.route({
        ...routeOf(operation),
        config: { operation, lazy: late, traits: operations[id] ?? {} },
        schema: { params, querystring, ...(operation.method !== 'GET' && { body }) },
        // After the hooks of all routes: who is refused for a token loads nothing.
        onRequest(_request, _reply, next) {
          if (loaded.has(id)) return next()
          loading ??= loadAll()
          loading.then(() => next(), next)
        },
        handler(request, reply) {
          const route = loaded.get(id)
          if (route === undefined) throw new Error(`What was loaded for ${id} does not have it`)
          return route.handler(request as never, reply)
        },
        ...(operations[id]?.precondition && {
          preValidation(request, _reply, next) {
            loaded.get(id)?.precondition?.(request)
            next()
          },
        }),
        onSend: makeWorld,
      })
    }
  }
  done()
}

/**
 * Makes the world of a call that passed without a look at its data: an unknown world comes to life on its first call. Not
 * that of a token which an app gives up: no client has requested that world.
 */
const makeWorld: onSendHookHandler = (request, reply, payload, next) => {
  try {
    const passes = reply.statusCode < 400 && request.operation?.security.basic === undefined
    if (passes && !request.world.isCreated) void request.world.db
    next(null, payload)
  } catch (error) {
    next(error as Error)
  }
}

/** Makes a route for each operation, and loads the operation when it is first called: what a start need not wait for. */
export const lazyOperationsPlugin = fp(plugin, {
  name: 'lazy-operations',
  dependencies: ['operations'],
  fastify: '5.x',
})
