import { type Scope, scopesIn } from '#server/domain/access/scopes.ts'
import { accessTokenLifetime, type Caller, codeLifetime, refreshTokenLifetime } from '#server/domain/access/tokens.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { secretOf } from '#server/domain/ids.ts'
import { worldMark } from '#server/domain/world-name.ts'
import type { World } from '#server/worlds/world.ts'
import {
  type CodeRow,
  endRefreshToken,
  findCode,
  findRefreshToken,
  type GrantRow,
  insertAccessToken,
  insertCode,
  insertRefreshToken,
  nextGrantSequence,
  type RefreshTokenRow,
  useCode,
} from './repository.ts'
import { oauthErrors } from './resource.ts'

/** What a user grants an app. */
export interface Consent {
  readonly app: string
  readonly userId: string
  readonly redirectUri: string
  readonly scopes: readonly Scope[]
}

/** Access that was given, and how it can be renewed. */
export interface Access {
  readonly access_token: string
  readonly scope: string
  readonly refreshToken?: RefreshTokenRow
}

/** Returns a new code for what a user has granted, to be exchanged once within ten minutes. */
export function issueCode(world: World, { app, userId, redirectUri, scopes }: Consent): string {
  const { db, clock, name } = world
  const seq = nextGrantSequence(db, 'authorization_codes')
  const row: CodeRow = {
    seq,
    code: worldMark(name) + secretOf('code', seq),
    app,
    user_id: userId,
    redirect_uri: redirectUri,
    scopes: JSON.stringify(scopes),
    expires_at: clock.seconds() + codeLifetime,
    is_used: 0,
  }
  insertCode(db, row)
  return row.code
}

/**
 * Returns access for a code; throws 401 for one that is unknown, used, too old, another app's or for another redirect
 * URI.
 */
export function exchangeCode(world: World, caller: Caller, code: string, redirectUri: string): Access {
  const grant = findCode(world.db, code)
  if (grant === undefined || grant.is_used === 1 || grant.redirect_uri !== redirectUri) throw refused()
  demandOwn(world, caller, grant)
  useCode(world.db, grant.seq)
  return renewable(world, grant, scopesOf(grant))
}

/** How access is renewed. */
export interface Renewal {
  readonly refresh_token: string
  /** Less than was granted; all of it when absent. */
  readonly scope?: string | undefined
  /** Whether the refresh token ends with it. */
  readonly rotates: boolean
}

/** Returns new access for a refresh token, with another refresh token; throws 401 for one that cannot be used. */
export function refresh(world: World, caller: Caller, { refresh_token: token, scope, rotates }: Renewal): Access {
  const grant = findRefreshToken(world.db, token)
  if (grant === undefined || grant.is_over === 1) throw refused()
  demandOwn(world, caller, grant)
  const granted = scopesOf(grant)
  const wanted = scope === undefined ? granted : knownScopes(scope)
  const beyond = wanted.filter((one) => !granted.includes(one))
  if (beyond.length > 0)
    throw new ApiError(oauthErrors['oauth.scope'], { detail: `${beyond.join(', ')} was not granted` })
  if (rotates) endRefreshToken(world.db, grant.seq)
  return renewable(world, grant, wanted, grant.grant_seq ?? grant.seq)
}

/** Returns access for the app itself. */
export function accessForApp(world: World, { userId, app }: Caller, scope: string): Access {
  const scopes = knownScopes(scope)
  return giveAccess(world, { scheme: 'client_credentials', app, userId, scopes, lifetime: accessTokenLifetime })
}

/** Returns a token that sends conversions and does nothing else. It does not expire. */
export const conversionToken = (world: World, { userId, app }: Caller): string =>
  giveAccess(world, { scheme: 'conversion_token', app, userId, scopes: [] }).access_token

/** Returns the scopes that a client names; refuses a name that is none. */
export function knownScopes(text: string): readonly Scope[] {
  const { known, unknown } = scopesIn(text)
  if (unknown.length > 0)
    throw new ApiError(oauthErrors['oauth.scope'], { detail: `there is no scope ${unknown.join(', ')}` })
  if (known.length === 0) throw new ApiError(oauthErrors['oauth.scope'], { detail: 'at least one is needed' })
  return known
}

interface Given {
  readonly scheme: 'pinterest_oauth2' | 'client_credentials' | 'conversion_token'
  readonly app: string | null
  readonly userId: string
  readonly scopes: readonly Scope[]
  /** Seconds; absent for what never expires. */
  readonly lifetime?: number
  readonly refreshToken?: RefreshTokenRow
}

function giveAccess({ db, clock, name }: World, given: Given): Access {
  const { scheme, app, userId, scopes, lifetime, refreshToken } = given
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
 * Returns access with a new refresh token, which keeps all that was granted and lives as long as the first one did.
 * `first` is the `seq` of the grant's first refresh token; null for that itself.
 */
function renewable(
  world: World,
  { app, user_id, scopes }: GrantRow,
  wanted: readonly Scope[],
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
  return giveAccess(world, { scheme: 'pinterest_oauth2', app, userId: user_id, scopes: wanted, lifetime, refreshToken })
}

function demandOwn({ clock }: World, { app }: Caller, grant: GrantRow): void {
  if (grant.app !== app || clock.seconds() >= grant.expires_at) throw refused()
}

const scopesOf = ({ scopes }: GrantRow): readonly Scope[] => JSON.parse(scopes)

const refused = (): ApiError => new ApiError(oauthErrors['oauth.grant'])
