import type { Scope } from './scopes.ts'

const day = 86_400

/** Seconds until an access token expires. Documented: QS. */
export const accessTokenLifetime = 30 * day
/** Seconds until a refresh token expires, from its issue. Documented: S523 oauth/token, QS. */
export const refreshTokenLifetime = 60 * day
/** Seconds until an authorization code expires. Assumed: the recommendation of OAuth. */
export const codeLifetime = 600

/** The security scheme of the API that a bearer token satisfies. */
export type TokenScheme = 'pinterest_oauth2' | 'client_credentials' | 'conversion_token'

/** The grant behind a bearer token that was issued here or declared in the configuration. */
export interface GrantedToken {
  readonly scheme: TokenScheme
  readonly userId: string
  /** The id of the app that it was issued to; null without an app. */
  readonly app: string | null
  readonly scopes: readonly Scope[]
  /** Unix seconds of the world's clock; null when it never expires. */
  readonly expiresAt: number | null
  readonly isRevoked: boolean
  /** Whether it was declared in the configuration; absent for an issued token. */
  readonly isDeclared?: true
}

/** Tells whether a token is valid at a time in Unix seconds. */
export const isLive = ({ isRevoked, expiresAt }: GrantedToken, now: number): boolean =>
  !isRevoked && (expiresAt === null || now < expiresAt)

/** The user and app of a call, and the scopes of its token. */
export interface Caller {
  readonly userId: string
  readonly app: string | null
  readonly scopes: readonly Scope[]
}

/** A token declared in the configuration. */
export interface DeclaredToken {
  /** The id or name of its user; the world's first user when absent. */
  readonly user?: string | undefined
  /** All scopes when absent. */
  readonly scopes?: readonly Scope[] | undefined
  /** Unix seconds; never when absent. */
  readonly expires?: number | undefined
}

/** An app declared in the configuration. */
export interface DeclaredApp {
  readonly secret: string
  /** The URIs that its users may be redirected to. */
  readonly redirect_uris: readonly string[]
  /** Its name on the consent page; its id when absent. */
  readonly name?: string | undefined
}

/** Whether a refresh token works until it expires, or once. */
export const refreshModes = ['reuse', 'rotate'] as const
/** One of `refreshModes`. */
export type RefreshMode = (typeof refreshModes)[number]

/** The authentication settings of a server. */
export interface AuthSettings {
  /** `open`: any bearer token passes with all scopes. `strict`: only issued or declared tokens pass. */
  readonly mode: 'open' | 'strict'
  /** The apps by client id. */
  readonly apps: Readonly<Record<string, DeclaredApp>>
  /** The tokens by their text. */
  readonly tokens: Readonly<Record<string, DeclaredToken>>
  /** Whether the consent page grants requests without asking. */
  readonly autoApprove: boolean
  /** Whether refresh tokens rotate; `reuse` when absent. */
  readonly refresh?: RefreshMode | undefined
}

/** The settings of a server without configuration. */
export const openAuth: AuthSettings = { mode: 'open', apps: {}, tokens: {}, autoApprove: false }
