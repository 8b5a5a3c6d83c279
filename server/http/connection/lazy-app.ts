import type { FastifyInstance, onRequestHookHandler } from 'fastify'

/** The parts of a route whose requests go to another application. */
export interface LazyRoute {
  readonly schema: { readonly hide: true }
  readonly onRequest: onRequestHookHandler
  readonly handler: () => never
}

/**
 * Mounts a second Fastify app that is built on its first request and closed with its parent, to keep it off the
 * start-up path. Requests are forwarded in a hook, before anything reads their body.
 */
export function mountLazily(app: FastifyInstance, build: () => Promise<FastifyInstance>): LazyRoute {
  let mounted: Promise<FastifyInstance> | undefined
  app.addHook('preClose', async () => (await mounted)?.close())
  return {
    schema: { hide: true },
    onRequest(request, reply, next) {
      mounted ??= build()
      mounted.then(({ routing }) => {
        reply.hijack()
        routing(request.raw, reply.raw)
      }, next)
    },
    handler() {
      throw new Error('The request was handed over')
    },
  }
}
