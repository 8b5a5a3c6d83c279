import { scopeNames } from '#server/domain/access/scopes.ts'
import type { AuthSettings, Caller, DeclaredToken, GrantedToken } from '#server/domain/access/tokens.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { mayBeToken } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { findUserByName, userTable } from '../users/repository.ts'
import {
  type AccessTokenRow,
  endGrant,
  findAccessToken,
  findCode,
  findRefreshToken,
  revokeAccessToken,
} from './repository.ts'
import { oauthErrors } from './resource.ts'

/**
 * Returns a function that finds the grant of a bearer token, declared in the configuration or issued in the world. A
 * text that cannot be an issued token is refused without a query.
 */
export function tokenFinder({ tokens }: AuthSettings) {
  return (worldOf: () => World, token: string): GrantedToken | undefined => {
    const declared = Object.hasOwn(tokens, token) ? tokens[token] : undefined
    if (declared !== undefined) return grantedBy(worldOf(), declared)
    if (!mayBeToken(token)) return undefined
    const row = findAccessToken(worldOf().readable, token)
    return row && granted(row)
  }
}

/** Tells whether a world has issued this code or token. Before the world is created, its seed is searched. */
export const isKnown = ({ readable }: World, text: string): boolean =>
  [findCode, findRefreshToken, findAccessToken].some((find) => find(readable, text) !== undefined)

/**
 * Revokes an access token, or a refresh token with all tokens of the same grant, as OAuth recommends (RFC 7009, 2.1).
 * Ignores a token that was never issued; throws 403 for a token of another app.
 */
export function revoke({ db }: World, { app }: Caller, token: string): void {
  const access = findAccessToken(db, token)
  const refreshToken = findRefreshToken(db, token)
  for (const found of [access, refreshToken]) {
    if (found !== undefined && found.app !== app) throw new ApiError(oauthErrors['oauth.revoke'])
  }
  if (access !== undefined) revokeAccessToken(db, access.seq)
  if (refreshToken !== undefined) endGrant(db, refreshToken)
}

function granted({ scheme, user_id, app, scopes, expires_at, is_revoked }: AccessTokenRow): GrantedToken {
  return {
    scheme,
    userId: user_id,
    app,
    scopes: JSON.parse(scopes),
    expiresAt: expires_at,
    isRevoked: is_revoked === 1,
  }
}

/** Returns the grant of a declared token; undefined where the world does not have its user. */
function grantedBy({ readable }: World, { user, scopes, expires }: DeclaredToken): GrantedToken | undefined {
  const found = user === undefined ? defaultUser : (findUserByName(readable, user) ?? userTable.find(readable, user))
  if (found === undefined) return undefined
  return {
    scheme: 'pinterest_oauth2',
    userId: found.id,
    app: null,
    scopes: scopes ?? scopeNames,
    expiresAt: expires ?? null,
    isRevoked: false,
    isDeclared: true,
  }
}
