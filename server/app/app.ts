import type { FastifyInstance } from 'fastify'
import { openAuth } from '../domain/access/tokens.ts'
import { Redactor } from '../domain/redaction/redactor.ts'
import { connectionDrain } from '../http/connection/graceful-shutdown.ts'
import { logging, logsRequests } from '../http/connection/logging.ts'
import { worldCheck } from '../http/made-worlds.ts'
import { RateLimits } from '../http/rate-limits.ts'
import { ResponseCache } from '../http/response-cache.ts'
import { nextRequestId } from '../journal/request-ids.ts'
import { apiVersionPlugin, olderResponsesPlugin } from '../plugins/api-version.ts'
import { authenticationPlugin } from '../plugins/authentication.ts'
import { authorizationPlugin } from '../plugins/authorization.ts'
import { compressionPlugin } from '../plugins/compression.ts'
import { consolePlugin } from '../plugins/console.ts'
import { corsPlugin } from '../plugins/cors.ts'
import { docsPlugin } from '../plugins/docs.ts'
import { headersPlugin } from '../plugins/headers.ts'
import { journalPlugin } from '../plugins/journal.ts'
import { largeResponsesPlugin } from '../plugins/large-responses.ts'
import { lazyOperationsPlugin } from '../plugins/lazy-operations.ts'
import { handleClientError, handleMalformedRequests, hostHook } from '../plugins/malformed-requests.ts'
import { operationsPlugin } from '../plugins/operations.ts'
import { profilePlugin } from '../plugins/profile.ts'
import { rateLimitPlugin } from '../plugins/rate-limit.ts'
import { rehearsalPlugin } from '../plugins/rehearsal.ts'
import { answerRepeatedReads, repeatedReadsPlugin } from '../plugins/repeated-reads.ts'
import { requestFaultsPlugin } from '../plugins/request-faults.ts'
import { responseCachePlugin } from '../plugins/response-cache.ts'
import { responseFaultsPlugin } from '../plugins/response-faults.ts'
import { selfCheckPlugin } from '../plugins/self-check.ts'
import { stubMatchPlugin } from '../plugins/stub-match.ts'
import { stubResponsePlugin } from '../plugins/stub-response.ts'
import { warningsPlugin } from '../plugins/warnings.ts'
import { rewriteUrl } from '../plugins/worlds.ts'
import { permissionsOf, tokenFinder } from '../registry/access.ts'
import { implementedResources } from '../registry/operations.ts'
import { consentRoutes } from '../resources/accounts/oauth/consent-routes.ts'
import { createFastify } from './create-fastify.ts'
import { fileRoutes } from './files.ts'
import type { AppOptions } from './options.ts'
import { mountProbes } from './probes.ts'
import { secretsOf } from './secrets.ts'
import { mountControl } from './test-control.ts'

/**
 * Milliseconds within which a request has to arrive completely; Fastify sets no limit. Delays of faults do not count.
 */
const requestTimeout = 60_000

/**
 * Builds the whole server, ready to listen or to be called with `inject`. Plugins are listed in the order in which a
 * request passes them.
 */
export function buildApp(options: AppOptions): FastifyInstance {
  const {
    worlds,
    auth = openAuth,
    bodyLimit,
    logLevel = 'silent',
    selfCheck = false,
    cache: caches = true,
    publicUrl,
    webhookHosts,
    feedSources,
    console = true,
    authority,
    about = () => ({}),
    control = {},
    patience,
    beforeClose,
    fallbacks,
    forward,
    resources = implementedResources,
  } = options
  const checkWorld = worldCheck(worlds)
  const redactor = new Redactor(secretsOf(auth, control))
  worlds.journals.redactor = redactor
  const app = createFastify({
    // One route takes a whole path of the API; Node.js refuses longer heads of requests.
    maxParamLength: 16_384,
    worlds,
    bodyLimit,
    publicUrl,
    webhookHosts,
    feedSources,
    own: {
      rewriteUrl,
      requestTimeout,
      http: { requireHostHeader: false },
      ...logging(logLevel, redactor),
      genReqId: nextRequestId,
      clientErrorHandler: handleClientError,
    },
  })
  const [limits, cache] = [new RateLimits(), caches ? new ResponseCache() : undefined]
  if (cache !== undefined) answerRepeatedReads(app, { cache, worlds, limits })
  handleMalformedRequests(app.server)
  const drain = connectionDrain(app.server, { patience })
  app.addHook('onRequest', hostHook)
  app.register(
    async (api) => {
      api.register(headersPlugin)
      api.register(corsPlugin)
      api.register(journalPlugin, { checkWorld })
      api.register(operationsPlugin, { fallbacks })
      api.register(rehearsalPlugin)
      api.register(apiVersionPlugin)
      api.register(authenticationPlugin, {
        settings: auth,
        givesWorldTokens: control !== 'off',
        findToken: tokenFinder(auth),
      })
      api.register(rateLimitPlugin, { limits })
      api.register(profilePlugin)
      api.register(responseCachePlugin, { cache })
      api.register(stubMatchPlugin)
      api.register(warningsPlugin)
      api.register(requestFaultsPlugin)
      api.register(stubResponsePlugin)
      api.register(authorizationPlugin, { permissionsOf })
      if (selfCheck) api.register(selfCheckPlugin)
      api.register(olderResponsesPlugin)
      if (forward !== undefined) api.register(forward)
      api.register(responseFaultsPlugin)
      api.register(compressionPlugin)
      api.register(largeResponsesPlugin)
      api.register(lazyOperationsPlugin, { resources })
      // Before they are routed, reads are neither forwarded nor logged.
      if (forward === undefined && !logsRequests(logLevel)) api.register(repeatedReadsPlugin, { cache })
    },
    { prefix: '/v5' },
  )
  fileRoutes(app)
  app.register(consentRoutes, { settings: auth, checkWorld })
  if (control !== 'off') mountControl(app, { ...options, control, auth, about, selfCheck, resources })
  const hasControl = control !== 'off'
  const controlOrigins = hasControl ? control.origins : undefined
  app.register(docsPlugin, { hasControl, controlOrigins, publicUrl, worlds })
  app.register(consolePlugin, { isOn: console && hasControl, controlOrigins })
  mountProbes(app, { worlds, authority, checkWorld })
  app.addHook('preClose', async () => drain())
  app.addHook('onClose', async () => {
    beforeClose?.()
    worlds.close()
  })
  return app
}
