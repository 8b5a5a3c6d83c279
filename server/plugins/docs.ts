import type { FastifyInstance, FastifyPluginCallback, onRequestHookHandler } from 'fastify'
import fp from 'fastify-plugin'
import { isRedirectTarget, placeOf } from '../domain/access/redirects.ts'
import { Clock } from '../domain/time/clock.ts'
import { mountLazily } from '../http/connection/lazy-app.ts'
import { OriginGuard } from '../http/origin-guard.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import type { Documented } from './openapi-documents.ts'

/** What the plugin needs: where the API is reached from outside. */
export interface DocsPluginOptions {
  /** Whether there is test control, which has a document of its own. */
  readonly hasControl: boolean
  /** Further hosts and origins of which pages may see the document of test control. */
  readonly controlOrigins?: readonly string[] | undefined
  readonly publicUrl?: string | undefined
  readonly worlds: Pick<WorldRegistry, 'has' | 'world'>
}

const plugin: FastifyPluginCallback<DocsPluginOptions> = (app, options, done) => {
  serve(app, ofApi(options))
  if (options.hasControl) {
    const wall = new OriginGuard(options.controlOrigins)
    // Without control's token: a person who opens the page cannot send one, and all that it tells is what there is.
    const trusts = (origin: string): boolean => wall.trusts(origin)
    serve(app, { ...ofControl, timeOf: timeIn(options), trusts }, (request, _reply, next) => {
      wall.assertAllowed(request, true)
      next()
    })
  }
  done()
}

/** Serves the OpenAPI document and Swagger UI of the API, and of test control. */
export const docsPlugin = fp(plugin, { name: 'docs', fastify: '5.x' })

/** @param guard Refuses who may not see it. */
function serve(app: FastifyInstance, documented: Documented, guard?: onRequestHookHandler): void {
  const { onRequest, ...route } = mountLazily(app, async () => {
    const { documentsApp } = await import('./openapi-documents.ts')
    return documentsApp(documented, app.log)
  })
  const hooks = guard === undefined ? [onRequest] : [guard, onRequest]
  for (const url of ['/openapi.json', '/docs', '/docs/*']) {
    app.route({ ...route, onRequest: hooks, method: ['GET', 'OPTIONS'], url: documented.prefix + url })
  }
}

/** Returns the time of each world, and the machine's for one that nobody has made. */
const timeIn =
  ({ worlds }: DocsPluginOptions) =>
  (name: string): number =>
    (worlds.has(name) ? worlds.world(name).clock : new Clock()).seconds()

const ofApi = ({ publicUrl = '', ...options }: DocsPluginOptions): Documented => ({
  prefix: '',
  publicUrl,
  timeOf: timeIn(options),
  ...(publicUrl !== '' && isRedirectTarget(publicUrl) && { calls: placeOf(publicUrl) }),
  document: async () => (await import('#openapi/committed.ts')).committedDocument('openapi.json'),
})

const ofControl: Omit<Documented, 'timeOf'> = {
  prefix: '/__mock',
  document: async () => (await import('#openapi/committed.ts')).committedDocument('control.json'),
}
