import type { Scope } from '#server/domain/access/scopes.ts'
import { accessTokenLifetime, refreshTokenLifetime } from '#server/domain/access/tokens.ts'
import { secretOf } from '#server/domain/ids.ts'
import { worldMark } from '#server/domain/world-name.ts'
import type { World } from '#server/worlds/world.ts'
import {
  type GrantRow,
  insertAccessToken,
  insertRefreshToken,
  nextGrantSequence,
  type RefreshTokenRow,
} from './repository.ts'

/** An issued access token, with the refresh token that renews it. */
export interface Access {
  readonly access_token: string
  readonly scope: string
  readonly refreshToken?: RefreshTokenRow
}

interface TokenInput {
  readonly scheme: 'pinterest_oauth2' | 'client_credentials' | 'conversion_token'
  readonly app: string | null
  readonly userId: string
  readonly scopes: readonly Scope[]
  /** Seconds; absent when the token never expires. */
  readonly lifetime?: number
  readonly refreshToken?: RefreshTokenRow
}

/** Issues an access token. */
export function giveAccess({ db, clock, name }: World, input: TokenInput): Access {
  const { scheme, app, userId, scopes, lifetime, refreshToken } = input
  const seq = nextGrantSequence(db, 'access_tokens')
  const token = `pina_${worldMark(name)}${secretOf('access_token', seq)}`
  insertAccessToken(db, {
    seq,
    token,
    scheme,
    app,
    user_id: userId,
    scopes: JSON.stringify(scopes),
    expires_at: lifetime === undefined ? null : clock.seconds() + lifetime,
    is_revoked: 0,
    refresh_token_seq: refreshToken?.seq ?? null,
  })
  return { access_token: token, scope: scopes.join(' '), ...(refreshToken && { refreshToken }) }
}

/**
 * Issues an access token with a new refresh token, which keeps all granted scopes and has the lifetime of the first
 * one. `first` is the `seq` of the grant's first refresh token; null when this is the first.
 */
export function renewable(
  world: World,
  { app, user_id, scopes }: GrantRow,
  requested: readonly Scope[],
  first: number | null = null,
): Access {
  const { db, clock, name } = world
  const seq = nextGrantSequence(db, 'refresh_tokens')
  const refreshToken: RefreshTokenRow = {
    seq,
    token: `pinr_${worldMark(name)}${secretOf('refresh_token', seq)}`,
    app,
    user_id,
    scopes,
    expires_at: clock.seconds() + refreshTokenLifetime,
    is_over: 0,
    grant_seq: first,
  }
  insertRefreshToken(db, refreshToken)
  const lifetime = accessTokenLifetime
  return giveAccess(world, {
    scheme: 'pinterest_oauth2',
    app,
    userId: user_id,
    scopes: requested,
    lifetime,
    refreshToken,
  })
}
