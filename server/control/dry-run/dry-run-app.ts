import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { createFastify } from '#server/app/create-fastify.ts'
import type { AuthSettings } from '#server/domain/access/tokens.ts'
import { Redactor } from '#server/domain/redaction/redactor.ts'
import { JournalEntry } from '#server/journal/entry.ts'
import { authenticationPlugin } from '#server/plugins/authentication.ts'
import { authorizationPlugin } from '#server/plugins/authorization.ts'
import { lazyOperationsPlugin } from '#server/plugins/lazy-operations.ts'
import { operationsPlugin } from '#server/plugins/operations.ts'
import { rewriteUrl } from '#server/plugins/worlds.ts'
import { permissionsOf, tokenFinder } from '#server/registry/access.ts'
import { implementedResources } from '#server/registry/operations.ts'
import type { World } from '#server/worlds/world.ts'

/** What an application for dry runs is built for. */
export interface DryRunAppOptions {
  /** The world that every request reaches, whatever world it names. */
  readonly world: World
  /** The operation that the requests call. */
  readonly operation: string
  /** The tokens that stand for users. Every token passes with all scopes. */
  readonly auth: AuthSettings
  /** Called with each request that reached the operation's route, before it is validated. */
  readonly onRequest: (request: FastifyRequest, entry: JournalEntry) => void
}

/**
 * Builds an application that answers one operation as the server does, without what a dry run must not touch: the journal,
 * rate limits, faults and caches.
 */
export async function dryRunApp({ world, operation, auth, onRequest }: DryRunAppOptions): Promise<FastifyInstance> {
  const worlds = { world: () => world, rulesOf: () => world.rules }
  const app = createFastify({ worlds, own: { rewriteUrl } })
  const settings: AuthSettings = { ...auth, mode: 'open' }
  const resources = implementedResources.filter(({ operations }) => Object.hasOwn(operations, operation))
  app.register(
    async (api) => {
      api.register(operationsPlugin)
      api.register(entryPlugin(onRequest))
      api.register(authenticationPlugin, { settings, givesWorldTokens: true, findToken: tokenFinder(auth) })
      api.register(authorizationPlugin, { permissionsOf })
      api.register(lazyOperationsPlugin, { resources })
    },
    { prefix: '/v5' },
  )
  await app.ready()
  return app
}

const owner = { redactor: new Redactor(), complete() {}, end() {}, notify() {} }

/** Gives each request an entry that no journal has, in which the violations are recorded. */
const entryPlugin = (onRequest: DryRunAppOptions['onRequest']) =>
  fp(
    (app: FastifyInstance, _options: object, done: () => void) => {
      app.decorateRequest('entry', null)
      app.addHook('onRequest', (request, _reply, next) => {
        const { id, method, url, headers, world } = request
        const entry = new JournalEntry({ owner, id, world: world.name, method, url, headers, received: 0, time: 0 })
        request.entry = entry
        onRequest(request, entry)
        next()
      })
      done()
    },
    { name: 'dry-run-entry', dependencies: ['operations'], fastify: '5.x' },
  )
