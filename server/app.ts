import { type FastifyInstance, LogController } from 'fastify'
import type { Operation } from '../openapi/operations.ts'
import type { ControlOptions } from './control/index.ts'
import type { GuardOptions } from './control/protocol/guard.ts'
import { type ApplicationOptions, newApplication } from './create-fastify.ts'
import { type AuthSettings, openAuth } from './domain/access/tokens.ts'
import { hastener } from './http/connection/graceful-shutdown.ts'
import { handOver } from './http/connection/lazy-app.ts'
import { logging } from './http/connection/logging.ts'
import { type FileReceiver, takeUploads, uploads } from './http/parsing/uploads.ts'
import { Blackout } from './journal/redact.ts'
import { authPlugin } from './plugins/authentication.ts'
import { accessPlugin } from './plugins/authorization.ts'
import { authorityPlugin } from './plugins/ca-certificate.ts'
import { compressionPlugin } from './plugins/compression.ts'
import { corsPlugin } from './plugins/cors.ts'
import { docsPlugin } from './plugins/docs.ts'
import { headersPlugin } from './plugins/headers.ts'
import { healthPlugin } from './plugins/health.ts'
import { journalPlugin, nextRequestId } from './plugins/journal.ts'
import { longAnswersPlugin } from './plugins/large-responses.ts'
import { lateOperationsPlugin } from './plugins/lazy-operations.ts'
import { hostHook, refuseBrokenHttp, refuseRaw } from './plugins/malformed-requests.ts'
import { operationsPlugin } from './plugins/operations.ts'
import { rateLimitPlugin } from './plugins/rate-limit.ts'
import { faultsPlugin } from './plugins/request-faults.ts'
import { rememberedAnswersPlugin } from './plugins/response-cache.ts'
import { faultyAnswersPlugin } from './plugins/response-faults.ts'
import { selfCheckPlugin } from './plugins/self-check.ts'
import { warningsPlugin } from './plugins/warnings.ts'
import { rewriteUrl } from './plugins/worlds.ts'
import { builtOperations, builtResources } from './registry/operations.ts'
import { permissionsOf } from './resources/accounts/ad-accounts/service.ts'
import { consentRoutes } from './resources/accounts/oauth/consent-routes.ts'
import { tokenFinder } from './resources/accounts/oauth/service.ts'
import type { Stage } from './worlds/world-registry.ts'

/** What a server is made of. */
export interface AppOptions {
  /** Its worlds and the rules that they play by. */
  readonly stage: Stage
  /** Who may call; anybody with a token when absent. */
  readonly auth?: AuthSettings | undefined
  /** The largest body in bytes; 1 MiB when absent. */
  readonly bodyLimit?: number | undefined
  readonly logLevel?: string | undefined
  /** Hold every answer to its schema before it leaves. */
  readonly selfCheck?: boolean | undefined
  /** Make every answer anew, also that to a read which was just answered: for measuring. */
  readonly isForgetful?: boolean | undefined
  /** Where clients reach the server, for the OpenAPI document; relative when absent. */
  readonly publicUrl?: string | undefined
  /** The certificate of the authority that signed this server's, to be given out. */
  readonly authority?: string | undefined
  /** What `GET /__mock` tells of the server. */
  readonly about?: ControlOptions['about'] | undefined
  /** Called when the last request is answered and the worlds are still there. */
  readonly beforeClose?: (() => void) | undefined
  /** Who may call test control; `off` leaves it out. */
  readonly control?: GuardOptions | 'off' | undefined
}

/** Milliseconds in which a request must have come whole; Fastify alone waits for ever. Faults that wait are not meant. */
const requestTimeout = 60_000

/** The whole server, ready to listen or to be called with `inject`. Reading it top to bottom is reading a request. */
export function buildApp(options: AppOptions): FastifyInstance {
  const {
    stage,
    auth = openAuth,
    bodyLimit,
    logLevel = 'silent',
    selfCheck = false,
    isForgetful,
    publicUrl,
    authority,
    about = {},
    control = {},
    beforeClose,
  } = options
  const blackout = new Blackout(secretsOf(auth, control))
  stage.journals.blackout = blackout
  const app = newApplication({
    stage,
    bodyLimit,
    own: {
      rewriteUrl,
      requestTimeout,
      http: { requireHostHeader: false },
      ...logging(logLevel, blackout),
      genReqId: nextRequestId,
      clientErrorHandler: refuseBrokenHttp,
    },
  })
  refuseRaw(app.server)
  const hasten = hastener(app.server)
  app.addHook('onRequest', hostHook)
  app.register(
    async (api) => {
      api.register(headersPlugin)
      api.register(corsPlugin)
      api.register(journalPlugin)
      api.register(operationsPlugin)
      api.register(authPlugin, { settings: auth, givesWorldTokens: control !== 'off', findToken: tokenFinder(auth) })
      api.register(rateLimitPlugin)
      api.register(rememberedAnswersPlugin, { isForgetful })
      api.register(warningsPlugin)
      api.register(faultsPlugin)
      api.register(accessPlugin, { permissionsOf })
      if (selfCheck) api.register(selfCheckPlugin)
      api.register(faultyAnswersPlugin)
      api.register(compressionPlugin)
      api.register(longAnswersPlugin)
      api.register(lateOperationsPlugin, { resources: builtResources })
    },
    { prefix: '/v5' },
  )
  app.register(async (files) => takeUploads(files, receiveFile), { prefix: uploads.below })
  app.register(consentRoutes, { settings: auth })
  app.register(authorityPlugin, { certificate: authority })
  const controlled = { stage, about, isBuilt: ({ id }: Operation) => builtOperations.has(id) }
  if (control !== 'off') {
    const options = { stage, bodyLimit, selfCheck, control: { ...controlled, guard: control } }
    const route = { ...handOver(app, () => controlApplication(app, options)), method: app.supportedMethods }
    for (const url of ['/__mock', '/__mock/*']) app.route({ ...route, url })
  }
  app.register(docsPlugin, {
    hasControl: control !== 'off',
    controlOrigins: control === 'off' ? undefined : control.origins,
    publicUrl,
  })
  app.register(healthPlugin, { refuseUnready: (world) => stage.refuseUnready(world) })
  app.addHook('preClose', async () => hasten())
  app.addHook('onClose', async () => {
    beforeClose?.()
    stage.close()
  })
  return app
}

/** Tells the resource that has videos of a file that was uploaded, and loads it for that alone. */
const receiveFile: FileReceiver = async (request, { key, head }) => {
  const media = await import('./resources/content/media/service.ts')
  const { world } = request
  media.receiveFile(world, key, head)
}

/** What lets someone in, as the server was told of it. */
const secretsOf = ({ apps, tokens }: AuthSettings, control: GuardOptions | 'off'): readonly string[] => [
  ...Object.keys(tokens),
  ...Object.values(apps).map(({ secret }) => secret),
  ...(control === 'off' || control.token === undefined ? [] : [control.token]),
]

interface ControlApplicationOptions extends ApplicationOptions {
  readonly selfCheck: boolean
  readonly control: ControlOptions
}

/** Test control, which is loaded with all that it can do when it is first called. */
async function controlApplication(
  { log }: FastifyInstance,
  { selfCheck, control, ...options }: ControlApplicationOptions,
): Promise<FastifyInstance> {
  const [{ controlValidator, controlRoutes }] = await Promise.all([
    import('./control/index.ts'),
    options.stage.loadSeeds(),
  ])
  const logController = new LogController({ disableRequestLogging: true })
  const own = { loggerInstance: log, logController, genReqId: nextRequestId }
  const app = newApplication({ ...options, validator: controlValidator, own })
  if (selfCheck) app.register(selfCheckPlugin)
  app.register(controlRoutes, { ...control, prefix: '/__mock' })
  await app.ready()
  return app
}
