import { type Scope, scopesIn } from '#server/domain/access/scopes.ts'
import { accessTokenLifetime, type Caller, codeLifetime } from '#server/domain/access/tokens.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { secretOf } from '#server/domain/ids.ts'
import { timeText } from '#server/domain/time/clock.ts'
import { worldMark } from '#server/domain/world-name.ts'
import type { World } from '#server/worlds/world.ts'
import { type Access, giveAccess, renewable } from './issue-tokens.ts'
import {
  type CodeRow,
  endRefreshToken,
  findCode,
  findRefreshToken,
  type GrantRow,
  insertCode,
  nextGrantSequence,
  useCode,
} from './repository.ts'
import { oauthErrors } from './resource.ts'

/** The consent of a user to an app. */
export interface Consent {
  readonly app: string
  readonly userId: string
  readonly redirectUri: string
  readonly scopes: readonly Scope[]
}

/** Issues an authorization code for a consent, to be exchanged once within ten minutes. */
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
 * Exchanges a code for tokens; throws 401 when the code is unknown, used, expired, of another app or for another
 * redirect URI.
 */
export function exchangeCode(world: World, caller: Caller, code: string, redirectUri: string): Access {
  const grant = findCode(world.db, code)
  if (grant === undefined) throw unknownGrant(world)
  if (grant.is_used === 1) throw refused('The code was exchanged before, and works once.')
  if (grant.redirect_uri !== redirectUri) {
    throw refused(`The code was issued for the redirect_uri ${grant.redirect_uri}, and ${redirectUri} was sent.`)
  }
  demandOwn(world, caller, grant)
  useCode(world.db, grant.seq)
  return renewable(world, grant, scopesOf(grant))
}

/** The input of a renewal. */
export interface Renewal {
  readonly refresh_token: string
  /** A subset of the granted scopes; all of them when absent. */
  readonly scope?: string | undefined
  /** Whether the renewal ends the refresh token. */
  readonly rotates: boolean
}

/** Renews access: issues an access token and a refresh token; throws 401 when the refresh token cannot be used. */
export function refresh(world: World, caller: Caller, { refresh_token: token, scope, rotates }: Renewal): Access {
  const grant = findRefreshToken(world.db, token)
  if (grant === undefined) throw unknownGrant(world)
  if (grant.is_over === 1) throw refused('The refresh token was used before or revoked.')
  demandOwn(world, caller, grant)
  const granted = scopesOf(grant)
  const requested = scope === undefined ? granted : parseScopes(scope)
  const excess = requested.filter((one) => !granted.includes(one))
  if (excess.length > 0)
    throw new ApiError(oauthErrors['oauth.scope'], { detail: `${excess.join(', ')} was not granted` })
  if (rotates) endRefreshToken(world.db, grant.seq)
  return renewable(world, grant, requested, grant.grant_seq ?? grant.seq)
}

/** Issues an access token for the app itself. */
export function accessForApp(world: World, { userId, app }: Caller, scope: string): Access {
  const scopes = parseScopes(scope)
  return giveAccess(world, { scheme: 'client_credentials', app, userId, scopes, lifetime: accessTokenLifetime })
}

/** Issues a token that can only send conversions. It does not expire. */
export const conversionToken = (world: World, { userId, app }: Caller): string =>
  giveAccess(world, { scheme: 'conversion_token', app, userId, scopes: [] }).access_token

/** Parses scopes; throws when one is unknown or none is sent. */
export function parseScopes(text: string): readonly Scope[] {
  const { known, unknown } = scopesIn(text)
  if (unknown.length > 0)
    throw new ApiError(oauthErrors['oauth.scope'], { detail: `there is no scope ${unknown.join(', ')}` })
  if (known.length === 0) throw new ApiError(oauthErrors['oauth.scope'], { detail: 'at least one is needed' })
  return known
}

/** Returns the error for a code or refresh token that the world has not issued. */
export const unknownGrant = ({ name }: World): ApiError =>
  refused(`The world '${name}' has issued no such code or refresh token.`)

function demandOwn({ clock }: World, { app }: Caller, grant: GrantRow): void {
  if (grant.app !== app) throw refused(`It was issued to the app ${grant.app}, and the app ${app} has sent it.`)
  const now = clock.seconds()
  if (now < grant.expires_at) return
  throw refused(`It expired at ${timeText(grant.expires_at)}, and the world's clock stands at ${timeText(now)}.`)
}

const scopesOf = ({ scopes }: GrantRow): readonly Scope[] => JSON.parse(scopes)

const refused = (explanation: string): ApiError => new ApiError(oauthErrors['oauth.grant'], { explanation })
