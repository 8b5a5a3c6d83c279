import type { FastifyPluginCallback, HTTPMethods, onSendHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { operationOf } from '#openapi/operations.ts'
import type { OperationTraits } from '../domain/operation-traits.ts'
import type { Implementations, LoadedOperation } from '../http/implementation.ts'
import { refuseUnrouted } from '../http/unrouted-calls.ts'
import { parseParts } from '../http/validation/validator.ts'
import type { Operations } from './operations.ts'

/** Operations that are loaded together, when one of them is first called. */
export interface LazyOperations {
  /** What is known of each before, by its id. */
  readonly operations: Readonly<Record<string, OperationTraits>>
  /** Loads what adds them. */
  readonly load: () => Promise<(api: Operations) => void>
}

/** What the plugin needs: the operations that it answers. */
export interface LazyOperationsOptions {
  readonly resources: readonly LazyOperations[]
}

const everyMethod: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const plugin: FastifyPluginCallback<LazyOperationsOptions> = (app, { resources }, done) => {
  for (const one of resources) addImplementations(app.implementations, one)
  app.route({
    method: everyMethod,
    url: '/*',
    schema: { hide: true },
    // After the hooks of all plugins: who is refused for a token loads nothing.
    onRequest({ implementation }, _reply, next) {
      if (implementation === null || implementation.loaded !== undefined) return next()
      implementation.load().then(() => next(), next)
    },
    preValidation(request, reply, next) {
      const loaded = request.implementation?.loaded
      if (loaded === undefined) return next()
      loaded.precondition?.(request, reply)
      next(parseParts(request, loaded.schema))
    },
    handler(request, reply) {
      const { implementation } = request
      if (implementation === null) return refuseUnrouted(request)
      const { loaded, operation } = implementation
      if (loaded === undefined) throw new Error(`What was loaded for ${operation.id} does not have it`)
      return loaded.handler(request, reply)
    },
    onSend: makeWorld,
  })
  done()
}

/** Adds implementations, all of which are loaded when one of them is first called. */
function addImplementations(implementations: Implementations, { operations, load }: LazyOperations): void {
  const loaded = new Map<string, LoadedOperation>()
  const keeper: Operations = {
    operation(id, { schema, consumes, precondition, handler }) {
      if (!Object.hasOwn(operations, id)) throw new Error(`${id} is not among the operations that it is loaded for`)
      const route = { schema: { ...schema, ...(consumes && { consumes }) }, precondition, handler }
      loaded.set(id, route as LoadedOperation)
    },
  }
  let loading: Promise<void> | undefined
  const loadAll = async (): Promise<void> => (await load())(keeper)
  for (const [id, traits] of Object.entries(operations)) {
    implementations.set(id, {
      operation: operationOf(id),
      traits,
      get loaded() {
        return loaded.get(id)
      },
      load() {
        loading ??= loadAll()
        return loading
      },
    })
  }
}

/**
 * Makes the world of a call that passed without a look at its data: an unknown world comes to life on its first call. Not
 * that of a token which an app gives up: no client has requested that world.
 */
const makeWorld: onSendHookHandler = (request, reply, payload, next) => {
  try {
    const { implementation } = request
    const passes =
      reply.statusCode < 400 && implementation !== null && implementation.operation.security.basic === undefined
    if (passes && !request.world.isCreated) void request.world.db
    next(null, payload)
  } catch (error) {
    next(error as Error)
  }
}

/**
 * Answers operations, each of which is loaded when it is first called: what a start need not wait for. All have one
 * route, since a route of Fastify's own for each would take a start 0.2 ms and 60 kB.
 */
export const lazyOperationsPlugin = fp(plugin, {
  name: 'lazy-operations',
  dependencies: ['operations'],
  fastify: '5.x',
})
