import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Operation } from '#openapi/operations.ts'
import { scopeNames } from '../domain/access/scopes.ts'
import { type AuthSettings, type Caller, type GrantedToken, isLive } from '../domain/access/tokens.ts'
import { defaultUser } from '../domain/access/user.ts'
import { ApiError, apiErrors } from '../domain/errors/api-errors.ts'
import { defaultWorld, tokenOfWorld } from '../domain/world-name.ts'
import type { World } from '../worlds/world.ts'

/** Options of the plugin: the settings of authentication, and how a token is found in a world. */
export interface AuthenticationPluginOptions {
  readonly settings: AuthSettings
  /** Whether tokens of worlds are accepted. Only test control hands them out. */
  readonly givesWorldTokens: boolean
  readonly findToken: (worldOf: () => World, token: string) => GrantedToken | undefined
}

const bearer = /^Bearer +(\S+) *$/i
const basic = /^Basic +([A-Za-z0-9+/=_-]+) *$/i

/** The caller with the world's own token, or with one that is unknown here. */
const defaultCaller: Caller = { userId: defaultUser.id, app: null, scopes: scopeNames }

const plugin: FastifyPluginCallback<AuthenticationPluginOptions> = (
  app,
  { settings, givesWorldTokens, findToken },
  done,
) => {
  const isStrict = settings.mode === 'strict'

  function authenticateToken(request: FastifyRequest, operation: Operation | null): Caller {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) throw new ApiError('request.token')
    request.token = token
    const granted = findToken(() => request.world, token)
    if (!isStrict) return granted === undefined ? defaultCaller : { ...granted, scopes: scopeNames }
    if (givesWorldTokens && isOfNamedWorld(token, request)) return defaultCaller
    if (granted === undefined || !isLive(granted, request.world.clock.seconds())) throw new ApiError('request.token')
    assertScopes(granted, operation?.security ?? {})
    return granted
  }

  function authenticateApp({ headers }: FastifyRequest): Caller {
    const encoded = basic.exec(headers.authorization ?? '')?.[1] ?? ''
    const [, id = '', secret = ''] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
    const isAuthenticated = isStrict
      ? Object.hasOwn(settings.apps, id) && settings.apps[id]?.secret === secret
      : id !== ''
    if (!isAuthenticated) throw new ApiError('request.client')
    return { userId: defaultUser.id, app: id, scopes: [] }
  }

  app.decorateRequest('token', '')
  app.decorateRequest('caller', null as never)
  app.decorateRequest('rotatesRefreshTokens', settings.refresh === 'rotate')
  app.addHook('onRequest', (request, _reply, next) => {
    const { operation } = request
    const isOfApp = operation?.security.basic !== undefined
    request.caller = isOfApp ? authenticateApp(request) : authenticateToken(request, operation)
    next()
  })
  done()
}

/**
 * Identifies the caller. Refuses every call without a token, and in strict mode also tokens that are unknown, expired
 * or lack a scope of the operation.
 */
export const authenticationPlugin = fp(plugin, {
  name: 'authentication',
  dependencies: ['operations', 'worlds'],
  fastify: '5.x',
})

/** Returns whether the token is the one that test control hands out with a world, and that world exists. */
const isOfNamedWorld = (token: string, { worldName, world }: FastifyRequest): boolean =>
  worldName !== defaultWorld && token === tokenOfWorld(worldName) && world.isCreated

/** Throws where the operation does not accept that kind of token, or needs scopes that it lacks. */
function assertScopes({ scheme, scopes }: GrantedToken, security: Operation['security']): void {
  const required = security[scheme]
  if (required === undefined) throw new ApiError('request.token-kind')
  const missing = required.filter((scope) => !scopes.some((granted) => granted === scope))
  if (missing.length === 0) return
  const list = missing.map((scope) => `'${scope}'`).join(', ')
  throw new ApiError('request.scope', { message: `${apiErrors['request.scope'].message} Missing: [${list}]` })
}
