import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Operation } from '#openapi/operations.ts'
import { mayWrite, type Role } from '../domain/access/roles.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import type { World } from '../worlds/world.ts'

/** What the plugin needs: what a user is to an ad account of a world; undefined is that there is no such account. */
export interface AuthorizationPluginOptions {
  readonly permissionsOf: (world: World, userId: string, adAccountId: string) => readonly Role[] | undefined
}

const plugin: FastifyPluginCallback<AuthorizationPluginOptions> = (app, { permissionsOf }, done) => {
  app.addHook('preHandler', (request, _reply, next) => {
    const { operation } = request
    const id = adAccountOf(request)
    if (operation === null || id === undefined) return next()
    const permissions = permissionsOf(request.world, request.caller.userId, id)
    if (permissions !== undefined && !isPermitted(permissions, operation)) throw new ApiError('ad_account.access')
    next()
  })
  done()
}

/**
 * Refuses a call about an ad account, in the path or to act for, that is none of the caller's or in which its role does
 * not allow that. An account that the world does not have is left to the operation.
 */
export const authorizationPlugin = fp(plugin, {
  name: 'authorization',
  dependencies: ['authentication', 'worlds'],
  fastify: '5.x',
})

function adAccountOf({ params, query }: FastifyRequest): string | undefined {
  const named = params as { ad_account_id?: string }
  return named.ad_account_id ?? (query as { ad_account_id?: string } | undefined)?.ad_account_id
}

const isPermitted = (permissions: readonly Role[], operation: Operation): boolean =>
  permissions.length > 0 && (!writes(operation) || mayWrite(permissions, operation.tag))

/** Not every POST: reports and estimates are asked for with one, and the scopes tell. */
const writes = ({ method, security }: Operation): boolean =>
  method !== 'GET' && (security.pinterest_oauth2 ?? []).some((scope) => scope.includes(':write'))
