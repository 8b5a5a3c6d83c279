import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Operation } from '#openapi/operations.ts'
import { missingApp, unknownApp } from '../domain/access/app-refusals.ts'
import { scopeNames } from '../domain/access/scopes.ts'
import { assertAllows, endedToken, missingToken, unknownToken } from '../domain/access/token-refusals.ts'
import { type AuthSettings, type Caller, type GrantedToken, isLive } from '../domain/access/tokens.ts'
import { defaultUser } from '../domain/access/user.ts'
import { tokenOfWorld } from '../domain/world-name.ts'
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
  const accepted = { mode: settings.mode, givesWorldTokens }

  function authenticateToken(request: FastifyRequest, operation: Operation | null): Caller {
    const { authorization } = request.headers
    const token = bearer.exec(authorization ?? '')?.[1]
    if (token === undefined) throw missingToken(accepted, authorization)
    request.token = token
    const granted = findToken(() => request.world, token)
    if (!isStrict) return granted === undefined ? defaultCaller : { ...granted, scopes: scopeNames }
    if (granted === undefined) {
      if (givesWorldTokens && token === tokenOfWorld(request.worldName)) return defaultCaller
      throw unknownToken(accepted, token, request.worldName)
    }
    const now = request.world.clock.seconds()
    if (!isLive(granted, now)) throw endedToken(granted, now)
    assertAllows(granted, operation)
    return granted
  }

  function authenticateApp({ headers }: FastifyRequest): Caller {
    const encoded = basic.exec(headers.authorization ?? '')?.[1] ?? ''
    const [, id = '', secret = ''] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? []
    if (id === '') throw missingApp()
    const app = Object.hasOwn(settings.apps, id) ? settings.apps[id] : undefined
    if (isStrict && app?.secret !== secret) throw unknownApp(id, settings.apps)
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
