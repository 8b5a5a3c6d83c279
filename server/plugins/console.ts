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
    reply.redirect(below(originalUrl, isOn ? 'console/' : 'docs')),
  )
  if (isOn) {
    const wall = new OriginGuard(controlOrigins)
    const { onRequest, ...route } = mountLazily(app, async () => {
      const { consoleApp } = await import('./console-files.ts')
      return consoleApp(app.log)
    })
    app.get('/console', { schema: { hide: true } }, (_request, reply) => reply.redirect('console/'))
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
 * Returns the link from the page at a URL to one below it, relative: a proxy may have put a prefix before both. The page
 * may lack the slash at its end, as that of a world does (`/w/one`).
 */
function below(url: string, name: string): string {
  const last = url.split('?')[0]?.split('/').at(-1) ?? ''
  return last === '' ? name : `${last}/${name}`
}

/** Serves the console, behind the same wall as the documents of test control, and leads to it from `/`. */
export const consolePlugin = fp(plugin, { name: 'console', fastify: '5.x' })
