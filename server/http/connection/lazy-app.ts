import type { FastifyInstance, onRequestHookHandler } from 'fastify'

/** What makes a route one whose requests are handed over. */
export interface LazyRoute {
  readonly schema: { readonly hide: true }
  readonly onRequest: onRequestHookHandler
  readonly handler: () => never
}

/**
 * Hands requests over to an application of its own, which is built when the first of them comes and closed with the one
 * that it belongs to: what few runs ask for, no start waits for. As a hook, since nobody may have read the body before.
 */
export function mountLazily(app: FastifyInstance, build: () => Promise<FastifyInstance>): LazyRoute {
  let built: Promise<FastifyInstance> | undefined
  app.addHook('preClose', async () => (await built)?.close())
  return {
    schema: { hide: true },
    onRequest(request, reply, next) {
      built ??= build()
      built.then(({ routing }) => {
        reply.hijack()
        routing(request.raw, reply.raw)
      }, next)
    },
    handler() {
      throw new Error('The request was handed over')
    },
  }
}
