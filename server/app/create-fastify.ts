import type { Server } from 'node:http'
import Fastify, { type FastifyHttpOptions, type FastifyInstance, type FastifySchemaCompiler } from 'fastify'
import type { FeedSources } from '../domain/catalogs/feeds/feed-sources.ts'
import { addFormParser } from '../http/parsing/form-body.ts'
import { addJsonParser } from '../http/parsing/json-body.ts'
import { parseQuery } from '../http/query-string.ts'
import { compilersWith, validatorCompiler } from '../http/validation/validator.ts'
import { errorsPlugin } from '../plugins/errors.ts'
import { badUrlRefusal } from '../plugins/malformed-requests.ts'
import { worldsPlugin } from '../plugins/worlds.ts'
import type { World } from '../worlds/world.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'

/** The options of `createFastify`. */
export interface CreateFastifyOptions {
  /** The worlds that requests select. */
  readonly worlds: Pick<WorldRegistry, 'world' | 'rulesOf'>
  /** The largest body in bytes; 1 MiB when absent. */
  readonly bodyLimit?: number | undefined
  /** The URL at which clients reach the server, where that is not its host and port. */
  readonly publicUrl?: string | undefined
  /** The hosts beside this machine that leads may be sent to; none when absent. */
  readonly webhookHosts?: readonly string[] | undefined
  /** Where the files of feeds may be read from; from this machine's hosts when absent. */
  readonly feedSources?: FeedSources | undefined
  /** The most letters of a parameter in a path; 1,000 when absent. */
  readonly maxParamLength?: number | undefined
  /** Validates requests; by default with the API's own messages. */
  readonly validator?: FastifySchemaCompiler<never>
  /** Parses query strings; by default as the API does. */
  readonly querystringParser?: (text: string) => Record<string, unknown>
  /** Further options of Fastify. */
  readonly own?: FastifyHttpOptions<Server>
}

/**
 * Creates an application that parses requests, selects their worlds and answers errors as the API does. It has no
 * routes yet.
 */
export function createFastify({
  worlds,
  bodyLimit,
  publicUrl,
  webhookHosts = [],
  maxParamLength = 1000,
  feedSources = { hosts: [] },
  validator = validatorCompiler,
  querystringParser = parseQuery,
  own,
}: CreateFastifyOptions): FastifyInstance {
  const app = Fastify({
    ...(bodyLimit !== undefined && { bodyLimit }),
    routerOptions: { maxParamLength, querystringParser },
    frameworkErrors: badUrlRefusal((name) => worlds.world(name)),
    schemaController: { compilersFactory: compilersWith(validator) },
    ...own,
  })
  app.decorate('webhookHosts', webhookHosts)
  app.decorate('feedSources', feedSources)
  app.decorate('processDueFeeds', async (world: World, ownerId: string) => {
    const { processDueFeeds } = await import('../registry/due-feeds.ts')
    await processDueFeeds(world, ownerId, feedSources)
  })
  app.decorateRequest('bodyText', null)
  addJsonParser(app)
  addFormParser(app)
  app.register(worldsPlugin, { worldNamed: (name) => worlds.world(name), publicUrl })
  app.register(errorsPlugin, { rulesOf: (world) => worlds.rulesOf(world) })
  return app
}
