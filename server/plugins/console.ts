import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { mountLazily } from '../http/connection/lazy-app.ts'
import { OriginGuard } from '../http/origin-guard.ts'

/** What the plugin needs. */
export interface ConsolePluginOptions {
  /** Whether there is a console: it needs test control. */
  readonly isOn: boolean
  /** Further hosts and origins that may call test control. */
  readonly controlOrigins?: readonly string[] | undefined
}

const plugin: FastifyPluginCallback<ConsolePluginOptions> = (app, { isOn, controlOrigins }, done) => {
  app.get('/', { schema: { hide: true } }, ({ originalUrl }, reply) =>
    reply.redirect(beside(originalUrl, isOn ? 'console/' : 'docs')),
  )
  if (isOn) {
    const wall = new OriginGuard(controlOrigins)
    const { onRequest, ...route } = mountLazily(app, async () => {
      const { consoleApp } = await import('./console-files.ts')
      return consoleApp(app.log)
    })
    app.get('/console', { schema: { hide: true } }, ({ originalUrl }, reply) =>
      reply.redirect(beside(originalUrl, 'console/', true)),
    )
    app.route({
      ...route,
      method: 'GET',
      url: '/console/*',
      onRequest: [
        (request, _reply, next) => {
          wall.assertAllowed(request, true)
          next()
        },
        onRequest,
      ],
    })
  }
  done()
}

/**
 * Returns the link from the page at a URL to another, relative: a proxy may have put a prefix before both. The page may
 * lack the slash at its end, as that of a world does (`/w/one`).
 *
 * @param isBeside Whether the other one is beside the page, and not below it.
 */
function beside(url: string, name: string, isBeside = false): string {
  const last = url.split('?')[0]?.split('/').at(-1) ?? ''
  return last === '' || isBeside ? name : `${last}/${name}`
}

/** Serves the console, behind the same wall as the documents of test control, and leads to it from `/`. */
export const consolePlugin = fp(plugin, { name: 'console', fastify: '5.x' })
