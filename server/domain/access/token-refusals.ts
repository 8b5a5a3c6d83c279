import { ApiError } from '../errors/api-errors.ts'
import { apiErrors } from '../errors/protocol-errors.ts'
import { timeText } from '../time/clock.ts'
import { worldMarkedIn } from '../world-name.ts'
import type { GrantedToken, TokenScheme } from './tokens.ts'

/** The settings that decide what passes in place of a refused token. */
export interface AcceptedTokens {
  readonly mode: 'open' | 'strict'
  /** Whether the worlds' own tokens, which test control hands out, are accepted. */
  readonly givesWorldTokens: boolean
}

// Without a token in it, which would be redacted.
const anyToken = 'A header Authorization that has Bearer, a space and any text.'
const ofThisServer = 'a token that this server issued (/v5/oauth/token) or that --tokens declares'

/** Returns what passes as a token, in words. */
const passingToken = ({ mode, givesWorldTokens }: AcceptedTokens): string => {
  if (mode === 'open') return anyToken
  const ownToken = givesWorldTokens ? ", or the world's own (GET /__mock/worlds)" : ''
  return `A header Authorization that has Bearer, a space and ${ofThisServer}${ownToken}.`
}

/** Returns the error for a call without a bearer token. */
export const missingToken = (accepted: AcceptedTokens, header: string | undefined): ApiError =>
  new ApiError('request.token', {
    explanation:
      header === undefined
        ? 'The call has no Authorization header.'
        : 'The Authorization header is not of the form "Bearer", a space, and a token without spaces.',
    passes: passingToken(accepted),
  })

/** Returns the error for a token that the world does not know. */
export function unknownToken(accepted: AcceptedTokens, token: string, world: string): ApiError {
  const marked = worldMarkedIn(token)
  const isElsewhere = marked !== undefined && marked !== world
  const explanation = isElsewhere
    ? `The token selects the world '${marked}', and the call is to the world '${world}'.`
    : `No token of this text was issued in the world '${world}', and none is declared for one of its users.`
  return new ApiError('request.token', { explanation, passes: passingToken(accepted) })
}

/** Returns the error for a token that was revoked or has expired at a time in Unix seconds. */
export function endedToken(token: GrantedToken, now: number): ApiError {
  const { isRevoked, expiresAt, isDeclared } = token
  if (isRevoked) {
    return new ApiError('request.token', {
      explanation: 'The token was revoked, by itself or with the grant that it belongs to.',
      passes: 'A token of a new grant: of the consent page at /oauth/, and POST /v5/oauth/token.',
    })
  }
  const clock = `the world's clock stands at ${timeText(now)}`
  return new ApiError('request.token', {
    explanation: `The token expired at ${timeText(expiresAt ?? now)}, and ${clock}.`,
    passes: isDeclared
      ? 'The same token with a later "expires" in --tokens, or at an earlier time of the world.'
      : 'A new token: POST /v5/oauth/token with the refresh token of the same grant. Or an earlier time of the world.',
  })
}

const kinds: Readonly<Record<TokenScheme, string>> = {
  pinterest_oauth2: "a user's token",
  client_credentials: "an app's own token (client_credentials)",
  conversion_token: 'a token for conversions (oauth/conversion_token)',
}

/** The operation of a call, and the scopes that each kind of token needs for it. */
interface SecuredOperation {
  readonly id: string
  readonly security: Readonly<Partial<Record<TokenScheme | 'basic', readonly string[]>>>
}

/**
 * Throws where the operation does not accept that kind of token, or needs scopes that it lacks.
 *
 * @param operation Absent where the call has none; every token passes then.
 */
export function assertAllows({ scheme, scopes }: GrantedToken, operation: SecuredOperation | null): void {
  if (operation === null) return
  const { id, security } = operation
  const required = security[scheme]
  if (required === undefined) {
    const accepted = Object.keys(security).map((kind) => kinds[kind as TokenScheme] ?? kind)
    throw new ApiError('request.token-kind', {
      explanation: `It is ${kinds[scheme]}, and ${id} takes none of that kind.`,
      passes: `For ${id}: ${accepted.join(', or ')}.`,
    })
  }
  const missing = required.filter((scope) => !scopes.some((granted) => granted === scope))
  if (missing.length === 0) return
  const list = missing.map((scope) => `'${scope}'`).join(', ')
  throw new ApiError('request.scope', {
    message: `${apiErrors['request.scope'].message} Missing: [${list}]`,
    explanation: `The token has ${scopes.join(', ') || 'no scope'}, and ${id} needs ${required.join(', ')}: it lacks ${missing.join(', ')}.`,
    passes: `A token with the scopes ${[...new Set([...scopes, ...missing])].join(', ')}.`,
  })
}
