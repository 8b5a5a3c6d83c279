import type { FastifyInstance } from 'fastify'
import type { Operation } from '../openapi/operations.ts'
import type { ControlOptions } from './control/context.ts'
import type { GuardOptions } from './control/protocol/guard.ts'
import { createFastify } from './create-fastify.ts'
import { type AuthSettings, openAuth } from './domain/access/tokens.ts'
import type { ApiVersion } from './domain/api-version/versions.ts'
import type { FeedSources } from './domain/catalogs/feeds/feed-sources.ts'
import { Redactor } from './domain/redaction/redactor.ts'
import { connectionDrain } from './http/connection/graceful-shutdown.ts'
import { mountLazily } from './http/connection/lazy-app.ts'
import { logging } from './http/connection/logging.ts'
import { allowPages } from './http/cors.ts'
import { worldCheck } from './http/made-worlds.ts'
import { acceptUploads, type FileReceiver, uploads } from './http/parsing/uploads.ts'
import { apiVersionPlugin, olderResponsesPlugin } from './plugins/api-version.ts'
import { authenticationPlugin } from './plugins/authentication.ts'
import { authorizationPlugin } from './plugins/authorization.ts'
import { caCertificatePath, caCertificatePlugin } from './plugins/ca-certificate.ts'
import { compressionPlugin } from './plugins/compression.ts'
import { consolePlugin } from './plugins/console.ts'
import { corsPlugin } from './plugins/cors.ts'
import { docsPlugin } from './plugins/docs.ts'
import { headersPlugin } from './plugins/headers.ts'
import { healthPlugin } from './plugins/health.ts'
import { journalPlugin, nextRequestId } from './plugins/journal.ts'
import { largeResponsesPlugin } from './plugins/large-responses.ts'
import { lazyOperationsPlugin } from './plugins/lazy-operations.ts'
import { handleClientError, handleMalformedRequests, hostHook } from './plugins/malformed-requests.ts'
import { operationsPlugin } from './plugins/operations.ts'
import { rateLimitPlugin } from './plugins/rate-limit.ts'
import { requestFaultsPlugin } from './plugins/request-faults.ts'
import { responseCachePlugin } from './plugins/response-cache.ts'
import { responseFaultsPlugin } from './plugins/response-faults.ts'
import { selfCheckPlugin } from './plugins/self-check.ts'
import { stubMatchPlugin } from './plugins/stub-match.ts'
import { stubResponsePlugin } from './plugins/stub-response.ts'
import { warningsPlugin } from './plugins/warnings.ts'
import { rewriteUrl } from './plugins/worlds.ts'
import { implementedOperations, implementedResources } from './registry/operations.ts'
import { signedFiles } from './registry/signed-files.ts'
import { permissionsOf } from './resources/accounts/ad-accounts/service.ts'
import { consentRoutes } from './resources/accounts/oauth/consent-routes.ts'
import { tokenFinder } from './resources/accounts/oauth/service.ts'
import type { WorldRegistry } from './worlds/world-registry.ts'

/** The options of `buildApp`. */
export interface AppOptions {
  /** The worlds, with their rules and limits. */
  readonly worlds: WorldRegistry
  /** The settings of authentication; any bearer token is accepted when absent. */
  readonly auth?: AuthSettings | undefined
  /** The largest body in bytes; 1 MiB when absent. */
  readonly bodyLimit?: number | undefined
  readonly logLevel?: string | undefined
  /** Whether every response is validated against its schema before it is sent. */
  readonly selfCheck?: boolean | undefined
  /** Whether repeated reads are answered from the cache; true when absent. Benchmarks switch it off. */
  readonly cache?: boolean | undefined
  /** The URL at which clients reach the server, for the OpenAPI document and whoever asks its host. */
  readonly publicUrl?: string | undefined
  /** The hosts beside this machine that leads may be sent to; none when absent. */
  readonly webhookHosts?: readonly string[] | undefined
  /** Where the files of feeds may be read from. */
  readonly feedSources?: FeedSources | undefined
  /** Whether there is a console; there is none without test control. */
  readonly console?: boolean | undefined
  /** The certificate of the authority that signed this server's, as PEM, for clients to download. */
  readonly authority?: string | undefined
  /** The description of the server for `GET /__mock`. */
  readonly about?: ControlOptions['about'] | undefined
  /** Whether reports have calls that no operation answers as a finding (`fail`). */
  readonly unmatched?: ControlOptions['unmatched']
  /** The version of the API that calls are answered as; the newest when absent. */
  readonly apiVersion?: ApiVersion | undefined
  /** Called after the last response, while the worlds are still open. */
  readonly beforeClose?: (() => void) | undefined
  /** Restrictions on calls of test control; `off` leaves it out. */
  readonly control?: GuardOptions | 'off' | undefined
}

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
    cache,
    publicUrl,
    webhookHosts,
    feedSources,
    console = true,
    authority,
    about = () => ({}),
    control = {},
    beforeClose,
    unmatched,
    apiVersion,
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
  handleMalformedRequests(app.server)
  const drain = connectionDrain(app.server)
  app.addHook('onRequest', hostHook)
  app.register(
    async (api) => {
      api.register(headersPlugin)
      api.register(corsPlugin)
      api.register(journalPlugin, { checkWorld })
      api.register(operationsPlugin)
      api.register(apiVersionPlugin, { apiVersion })
      api.register(authenticationPlugin, {
        settings: auth,
        givesWorldTokens: control !== 'off',
        findToken: tokenFinder(auth),
      })
      api.register(rateLimitPlugin)
      api.register(responseCachePlugin, { cache })
      api.register(stubMatchPlugin)
      api.register(warningsPlugin)
      api.register(requestFaultsPlugin)
      api.register(stubResponsePlugin)
      api.register(authorizationPlugin, { permissionsOf })
      if (selfCheck) api.register(selfCheckPlugin)
      api.register(olderResponsesPlugin)
      api.register(responseFaultsPlugin)
      api.register(compressionPlugin)
      api.register(largeResponsesPlugin)
      api.register(lazyOperationsPlugin, { resources: implementedResources })
    },
    { prefix: '/v5' },
  )
  app.register(
    async (files) => {
      allowPages(files, { paths: [uploads.path, `${uploads.path}/*`] })
      acceptUploads(files, receiveFile)
    },
    { prefix: uploads.below },
  )
  app.register(async (files) => {
    allowPages(files, { paths: signedFiles.map(({ path }) => path) })
    for (const { path, send } of signedFiles) files.get(path, send)
  })
  app.register(consentRoutes, { settings: auth, checkWorld })
  const controlled = {
    worlds,
    about,
    auth,
    unmatched,
    isImplemented: ({ id }: Operation) => implementedOperations.has(id),
  }
  if (control !== 'off') {
    const options = {
      worlds,
      bodyLimit,
      publicUrl,
      webhookHosts,
      selfCheck,
      control: { ...controlled, guard: control },
    }
    const route = {
      ...mountLazily(app, async () => (await import('./control/app.ts')).controlApp(app, options)),
      method: app.supportedMethods,
    }
    for (const url of ['/__mock', '/__mock/*']) app.route({ ...route, url })
  }
  app.register(docsPlugin, {
    hasControl: control !== 'off',
    controlOrigins: control === 'off' ? undefined : control.origins,
    publicUrl,
  })
  app.register(consolePlugin, {
    isOn: console && control !== 'off',
    controlOrigins: control === 'off' ? undefined : control.origins,
  })
  app.register(async (open) => {
    allowPages(open, { paths: ['/healthz', '/readyz', caCertificatePath] })
    open.register(caCertificatePlugin, { certificate: authority })
    open.register(healthPlugin, {
      refuseUnready: (world) => {
        checkWorld?.(world)
        worlds.assertReady(world)
      },
    })
  })
  app.addHook('preClose', async () => drain())
  app.addHook('onClose', async () => {
    beforeClose?.()
    worlds.close()
  })
  return app
}

/** Passes an uploaded file to the media resource, which is loaded on the first upload. */
const receiveFile: FileReceiver = async (request, { key, head }) => {
  const media = await import('./resources/content/media/service.ts')
  const { world } = request
  media.receiveFile(world, key, head)
}

/** Returns the credentials in the server's options, for the redactor. */
const secretsOf = ({ apps, tokens }: AuthSettings, control: GuardOptions | 'off'): readonly string[] => [
  ...Object.keys(tokens),
  ...Object.values(apps).map(({ secret }) => secret),
  ...(control === 'off' || control.token === undefined ? [] : [control.token]),
]
