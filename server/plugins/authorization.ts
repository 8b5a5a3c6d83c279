import type { FastifyPluginCallback, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Operation } from '#openapi/operations.ts'
import { mayRead, mayWrite } from '../domain/access/permitted-roles.ts'
import { missingRole } from '../domain/access/role-refusals.ts'
import type { Role } from '../domain/access/roles.ts'
import type { World } from '../worlds/world.ts'

/** Options of the plugin: the roles of a user in an ad account of a world; undefined for an unknown account. */
export interface AuthorizationPluginOptions {
  readonly permissionsOf: (world: World, userId: string, adAccountId: string) => readonly Role[] | undefined
}

const plugin: FastifyPluginCallback<AuthorizationPluginOptions> = (app, { permissionsOf }, done) => {
  app.addHook('preHandler', (request, _reply, next) => {
    const { operation } = request
    const id = adAccountOf(request)
    if (operation === null || id === undefined) return next()
    const { userId } = request.caller
    const permissions = permissionsOf(request.world, userId, id)
    if (permissions !== undefined && !isPermitted(permissions, operation)) {
      throw missingRole({ userId, adAccountId: id, permissions, operation, isWrite: writes(operation) })
    }
    next()
  })
  done()
}

/**
 * Refuses a call about an ad account that the caller has no role in, or whose role does not allow the operation. The
 * account is the one in the path, or the one to act for. Unknown accounts are left to the operation.
 */
export const authorizationPlugin = fp(plugin, {
  name: 'authorization',
  dependencies: ['authentication', 'worlds'],
  fastify: '5.x',
})

function adAccountOf({ params, query }: FastifyRequest): string | undefined {
  const path = params as { ad_account_id?: string }
  return path.ad_account_id ?? (query as { ad_account_id?: string } | undefined)?.ad_account_id
}

const isPermitted = (permissions: readonly Role[], operation: Operation): boolean =>
  mayRead(permissions, operation) && (!writes(operation) || mayWrite(permissions, operation.tag))

/** Returns whether the operation changes data, as its scopes show: reports and estimates are requested by POST too. */
const writes = ({ method, security }: Operation): boolean =>
  method !== 'GET' && (security.pinterest_oauth2 ?? []).some((scope) => scope.includes(':write'))
