import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Operation } from '#openapi/operations.ts'
import { scopeNames } from '../domain/access/scopes.ts'
import { type AuthSettings, type Caller, type GrantedToken, isLive } from '../domain/access/tokens.ts'
import { defaultUser } from '../domain/access/user.ts'
import { ApiError, apiErrors } from '../domain/errors/api-errors.ts'
import { defaultWorld, tokenOfWorld } from '../domain/world-name.ts'
import type { World } from '../worlds/world.ts'

/** What the plugin needs: what it was told, and how a token is found in a world. */
export interface AuthenticationPluginOptions {
  readonly settings: AuthSettings
  /** Whether somebody gives out the tokens of worlds: test control does, where it is. */
  readonly givesWorldTokens: boolean
  readonly findToken: (worldOf: () => World, token: string) => GrantedToken | undefined
}

const bearer = /^Bearer +(\S+) *$/i
const basic = /^Basic +([A-Za-z0-9+/=_-]+) *$/i

/** Who calls with the world's own token, or with one that this server knows nothing of. */
const anybody: Caller = { userId: defaultUser.id, app: null, scopes: scopeNames }

const plugin: FastifyPluginCallback<AuthenticationPluginOptions> = (
  app,
  { settings, givesWorldTokens, findToken },
  done,
) => {
  const isStrict = settings.mode === 'strict'

  function callerWithToken(request: FastifyRequest, operation: Operation | null): Caller {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) throw new ApiError('request.token')
    request.token = token
    const known = findToken(() => request.world, token)
    if (!isStrict) return known === undefined ? anybody : { ...known, scopes: scopeNames }
    if (givesWorldTokens && isOfNamedWorld(token, request)) return anybody
    if (known === undefined || !isLive(known, request.world.clock.seconds())) throw new ApiError('request.token')
    demandScopes(known, operation?.security ?? {})
    return known
  }

  function callingApp({ headers }: FastifyRequest): Caller {
    const encoded = basic.exec(headers.authorization ?? '')?.[1] ?? ''
    const [, id = '', secret = ''] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
    const isKnown = isStrict ? Object.hasOwn(settings.apps, id) && settings.apps[id]?.secret === secret : id !== ''
    if (!isKnown) throw new ApiError('request.client')
    return { userId: defaultUser.id, app: id, scopes: [] }
  }

  app.decorateRequest('token', '')
  app.decorateRequest('caller', null as never)
  app.decorateRequest('rotatesRefreshTokens', settings.refresh === 'rotate')
  app.addHook('onRequest', (request, _reply, next) => {
    const { operation } = request
    const isOfApp = operation?.security.basic !== undefined
    request.caller = isOfApp ? callingApp(request) : callerWithToken(request, operation)
    next()
  })
  done()
}

/** Says who calls, and refuses who may not: in open mode nobody with a token, else whom the operation does not list. */
export const authenticationPlugin = fp(plugin, {
  name: 'authentication',
  dependencies: ['operations', 'worlds'],
  fastify: '5.x',
})

/** Whether it is the token that test control gives out with a world, and the world is there to be given out. */
const isOfNamedWorld = (token: string, { worldName, world }: FastifyRequest): boolean =>
  worldName !== defaultWorld && token === tokenOfWorld(worldName) && world.isCreated

/** Throws where the operation does not take such tokens, or wants scopes that this one lacks. */
function demandScopes({ scheme, scopes }: GrantedToken, security: Operation['security']): void {
  const wanted = security[scheme]
  if (wanted === undefined) throw new ApiError('request.token-kind')
  const missing = wanted.filter((scope) => !scopes.some((given) => given === scope))
  if (missing.length === 0) return
  const list = missing.map((scope) => `'${scope}'`).join(', ')
  throw new ApiError('request.scope', { message: `${apiErrors['request.scope'].message} Missing: [${list}]` })
}
