import type { Scope } from './scopes.ts'

const day = 86_400

/** Seconds for which an access token works. Documented: QS. */
export const accessTokenLifetime = 30 * day
/** Seconds for which a refresh token can be used, from when it was given. Documented: S523 oauth/token, QS. */
export const refreshTokenLifetime = 60 * day
/** Seconds in which a code must be exchanged. Assumed: OAuth's own recommendation. */
export const codeLifetime = 600

/** The security scheme of the API that a bearer token satisfies. */
export type TokenScheme = 'pinterest_oauth2' | 'client_credentials' | 'conversion_token'

/** What a bearer token stands for that was issued here or declared in the configuration. */
export interface GrantedToken {
  readonly scheme: TokenScheme
  readonly userId: string
  /** The id of the app that it was given to; null for one that was not given to an app. */
  readonly app: string | null
  readonly scopes: readonly Scope[]
  /** Unix seconds of its world's clock; null for what never expires. */
  readonly expiresAt: number | null
  readonly isRevoked: boolean
}

/** Whether the token works at that moment (Unix seconds). */
export const isLive = ({ isRevoked, expiresAt }: GrantedToken, now: number): boolean =>
  !isRevoked && (expiresAt === null || now < expiresAt)

/** Who makes a call, for which app, and what the token allows. */
export interface Caller {
  readonly userId: string
  readonly app: string | null
  readonly scopes: readonly Scope[]
}

/** A token as the configuration declares it. */
export interface DeclaredToken {
  /** The id or name of its user; the world's first user when absent. */
  readonly user?: string | undefined
  /** All of them when absent. */
  readonly scopes?: readonly Scope[] | undefined
  /** Unix seconds; never when absent. */
  readonly expires?: number | undefined
}

/** An app as the configuration declares it. */
export interface DeclaredApp {
  readonly secret: string
  /** Where its users may be sent back to. */
  readonly redirect_uris: readonly string[]
  /** What the consent page calls it; its id when absent. */
  readonly name?: string | undefined
}

/** Whether a refresh token can be used until it expires, or once. */
export const refreshModes = ['reuse', 'rotate'] as const
/** One of the two. */
export type RefreshMode = (typeof refreshModes)[number]

/** What a server is told of authentication. */
export interface AuthSettings {
  /** `open`: any bearer token passes with all scopes. `strict`: only what was issued here or declared. */
  readonly mode: 'open' | 'strict'
  /** By client id. */
  readonly apps: Readonly<Record<string, DeclaredApp>>
  /** By the token itself. */
  readonly tokens: Readonly<Record<string, DeclaredToken>>
  /** Whether the consent page allows at once what is asked of it. */
  readonly autoApprove: boolean
  /** How often a refresh token works; `reuse` when absent. */
  readonly refresh?: RefreshMode | undefined
}

/** What holds when nothing is said. */
export const openAuth: AuthSettings = { mode: 'open', apps: {}, tokens: {}, autoApprove: false }
