import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Operation } from '#openapi/operations.ts'
import type { VersionDifferences } from '../domain/api-version/differences.ts'
import { type ApiVersion, defaultVersion } from '../domain/api-version/versions.ts'
import { separated } from '../http/schema/query-fields.ts'
import { versionOf } from './api-version.ts'

/** What comparing versions takes. It is loaded with the first call that is compared. */
interface Comparison {
  readonly older: VersionDifferences
  readonly removed: VersionDifferences
  readonly tools: typeof import('../domain/api-version/rehearse.ts')
}

async function loadComparison(): Promise<Comparison> {
  const [{ default: older }, { removed }, tools] = await Promise.all([
    import('#openapi/version-5.23.json', { with: { type: 'json' } }),
    import('../domain/api-version/removed.ts'),
    import('../domain/api-version/rehearse.ts'),
  ])
  return { older, removed, tools }
}

const plugin: FastifyPluginCallback = (app, _options, done) => {
  let comparison: Comparison | undefined
  app.decorateRequest('rehearsal', null)
  app.addHook('onRequest', (request, _reply, next) => {
    const { rehearse } = request.world.target
    if (rehearse === 'off' || !request.entry || request.operation === null) return next()
    if (rehearse === versionOf(request)) return next()
    const { operation } = request
    const begin = (loaded: Comparison): void => {
      comparison = loaded
      compareOperation(request, operation, rehearse, loaded)
      next()
    }
    if (comparison !== undefined) return begin(comparison)
    loadComparison().then(begin).catch(next)
  })
  app.addHook('preValidation', (request, _reply, next) => {
    const { rehearsal, body } = request
    if (rehearsal !== null && comparison !== undefined) {
      const sent = Object.entries(request.query as Record<string, unknown>)
      const query = Object.fromEntries(sent.map(([name, value]) => [name, separated(value)]))
      note(request, comparison.tools.requestDivergences(rehearsal, { body, query }))
    }
    next()
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    const { rehearsal, entry } = request
    if (rehearsal === null || comparison === undefined) return next(null, payload)
    const isCompared = typeof payload === 'string' && payload !== '' && reply.statusCode < 300 && entry?.stub === null
    if (isCompared && (rehearsal.lost.response ?? rehearsal.gained.response) !== undefined) {
      note(request, comparison.tools.responseDivergences(rehearsal, JSON.parse(payload)))
    }
    next(null, payload)
  })
  done()
}

/** Notes that a call is compared, and whether the other version has its operation. */
function compareOperation(
  request: FastifyRequest,
  { id, since }: Operation,
  version: ApiVersion,
  { older, removed }: Comparison,
): void {
  const isUpgrade = version === defaultVersion
  const [of523 = {}, of528 = {}] = [older[id], removed[id]]
  request.rehearsal = isUpgrade ? { lost: of528, gained: of523 } : { lost: of523, gained: of528 }
  if (request.entry) request.entry.rehearsal = { version, divergences: [] }
  if (since !== defaultVersion) return
  note(request, [{ kind: isUpgrade ? 'new-operation' : 'unknown-operation', at: '', value: null }])
}

function note({ entry }: FastifyRequest, found: ReturnType<Comparison['tools']['requestDivergences']>): void {
  if (!entry?.rehearsal || found.length === 0) return
  const { version, divergences } = entry.rehearsal
  entry.rehearsal = { version, divergences: [...divergences, ...found] }
}

/**
 * Compares each call with another version of the API where the world rehearses one, and notes in the journal what that
 * version would answer otherwise. Comes before `api-version`, which takes from requests and responses what the
 * answering version does not have. Other calls pay for a look at a setting.
 */
export const rehearsalPlugin = fp(plugin, {
  name: 'rehearsal',
  dependencies: ['operations', 'worlds', 'journal'],
  fastify: '5.x',
})
