import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { OperationDifferences, VersionDifferences } from '../domain/api-version/differences.ts'
import {
  type ApiVersion,
  apiVersions,
  defaultVersion,
  versionHeader,
  versionNamed,
} from '../domain/api-version/versions.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { apiPathOf, noOperation } from '../http/api-path.ts'
import { separated } from '../http/schema/query-fields.ts'

/** What applying an older version takes. It is loaded with the first call of one. */
interface OlderVersion {
  readonly operations: VersionDifferences
  readonly tools: typeof import('../domain/api-version/differences.ts')
}

async function loadOlder(): Promise<OlderVersion> {
  const [{ default: operations }, tools] = await Promise.all([
    import('#openapi/version-5.23.json', { with: { type: 'json' } }),
    import('../domain/api-version/differences.ts'),
  ])
  return { operations, tools }
}

const requests: FastifyPluginCallback = (app, _options, done) => {
  let older: OlderVersion | undefined
  app.decorateRequest('older', null)
  app.addHook('onRequest', (request, reply, next) => {
    const version = versionOf(request)
    if (version === defaultVersion) return next()
    reply.header(versionHeader, `${version}.0`)
    const begin = (loaded: OlderVersion): void => {
      older = loaded
      apply(request, loaded)
      next()
    }
    if (older !== undefined) return begin(older)
    loadOlder().then(begin).catch(next)
  })
  app.addHook('preValidation', (request, _reply, next) => {
    if (request.older !== null && older !== undefined) narrow(request, request.older, older.tools)
    next()
  })
  done()
}

/**
 * Returns the version that a request is answered as: its header's, else its world's.
 *
 * @throws ApiError for a header that names no version.
 */
export function versionOf({ headers, world }: FastifyRequest): ApiVersion {
  const named = headers[versionHeader]
  if (named === undefined) return world.target.api_version
  const version = versionNamed(named)
  if (version !== undefined) return version
  const detail = `${versionHeader} '${String(named).slice(0, 50)}' is not one of ${apiVersions.join(', ')}`
  throw new ApiError('request.schema', { detail })
}

/** Refuses an operation that the older version does not have, and notes what it lacks of another. */
function apply(request: FastifyRequest, { operations }: OlderVersion): void {
  const { operation, method } = request
  if (operation === null) return
  if (operation.since === defaultVersion) throw noOperation(method, apiPathOf(request), isOld)
  request.older = operations[operation.id] ?? {}
}

const isOld = ({ since }: { readonly since: string }): boolean => since !== defaultVersion

/** Refuses what the older version refuses of a request, and drops what it ignores. */
function narrow(request: FastifyRequest, differences: OperationDifferences, tools: OlderVersion['tools']): void {
  const { body, query_values = {} } = differences
  const query = request.query as Record<string, unknown>
  const lists = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, separated(value)]))
  const detail =
    tools.refusalOf(request.body, apiVersions[0], differences) ??
    tools.valueRefusal(query, apiVersions[0], query_values) ??
    tools.valueRefusal(lists, apiVersions[0], query_values)
  if (detail !== undefined) throw new ApiError('request.schema', { detail })
  if (body !== undefined) tools.removeAt(request.body, body)
  for (const name of differences.query ?? []) delete query[name]
}

/**
 * Answers as an older version of the API where a header, the world or the option says so, in this order: operations that it does not have are
 * unknown, and so are fields, parameters and values. Other calls pay for the look at a header.
 */
export const apiVersionPlugin = fp(requests, {
  name: 'api-version',
  dependencies: ['operations', 'worlds'],
  fastify: '5.x',
})

const responses: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onSend', (request, reply, payload, next) => {
    const { response } = request.older ?? {}
    if (response === undefined || typeof payload !== 'string' || reply.statusCode >= 300) return next(null, payload)
    import('../domain/api-version/differences.ts')
      .then(({ removeAt }) => {
        const body: unknown = JSON.parse(payload)
        removeAt(body, response)
        next(null, JSON.stringify(body))
      })
      .catch(next)
  })
  done()
}

/** Removes fields from responses that the older version of the API does not have. */
export const olderResponsesPlugin = fp(responses, {
  name: 'older-responses',
  dependencies: ['api-version'],
  fastify: '5.x',
})
