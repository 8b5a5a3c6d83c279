import { isRedirectTarget } from '#server/domain/access/redirects.ts'
import { type Scope, scopesIn } from '#server/domain/access/scopes.ts'
import type { AuthSettings } from '#server/domain/access/tokens.ts'

/** The authorization request of an app, from the query of the consent page. */
export interface ConsentRequest {
  readonly clientId: string
  /** The name of the app on the page. */
  readonly appName: string
  readonly redirectUri: string
  readonly scopes: readonly Scope[]
  /** Returned to the app unchanged; undefined when it was not sent. */
  readonly state: string | undefined
}

/** Thrown for a query that is too wrong to redirect the user back to the app; the page shows the reason. */
export class ConsentError extends Error {}

type Query = Readonly<Record<string, unknown>>

/**
 * Parses the query into an authorization request.
 *
 * @throws ConsentError for every error in the query. The page shows it instead of a redirect: the redirect URI may be
 * wrong as well.
 */
export function consentRequest(query: Query, { mode, apps }: AuthSettings): ConsentRequest {
  const clientId = one(query, 'client_id') ?? one(query, 'consumer_id')
  if (clientId === undefined) throw new ConsentError('client_id is missing.')
  const declared = Object.hasOwn(apps, clientId) ? apps[clientId] : undefined
  if (mode === 'strict' && declared === undefined) {
    throw new ConsentError(`client_id ${clientId} is no app that the configuration declares.`)
  }
  const redirectUri = one(query, 'redirect_uri')
  if (redirectUri === undefined) throw new ConsentError('redirect_uri is missing.')
  if (!isRedirectTarget(redirectUri)) {
    throw new ConsentError(`redirect_uri ${redirectUri} is neither an http or https URL nor an app's own scheme.`)
  }
  if (mode === 'strict' && !declared?.redirect_uris.includes(redirectUri)) {
    throw new ConsentError(`redirect_uri ${redirectUri} is not among those that the app has registered.`)
  }
  const responseType = one(query, 'response_type')
  if (responseType !== 'code') {
    throw new ConsentError(`response_type must be code, and is ${responseType ?? 'missing'}.`)
  }
  const { known, unknown } = scopesIn(one(query, 'scope') ?? '')
  if (unknown.length > 0) throw new ConsentError(`There is no scope ${unknown.join(', ')}.`)
  if (known.length === 0) throw new ConsentError('scope is missing.')
  const appName = declared?.name ?? clientId
  return { clientId, appName, redirectUri, scopes: known, state: one(query, 'state') }
}

/**
 * Returns the URL that the user is redirected to. The answer comes first, and alone when no state was sent: some
 * clients read everything after the first `=` as the code.
 */
export function redirectTarget({ redirectUri, state }: ConsentRequest, answer: string): string {
  const url = new URL(redirectUri)
  const added = state === undefined ? answer : `${answer}&state=${encodeURIComponent(state)}`
  url.search = url.search === '' ? added : `${url.search}&${added}`
  return url.href
}

/** Returns the value of a parameter; undefined when it is absent or empty. Throws when it is sent more than once. */
export function one(query: Query, name: string): string | undefined {
  const value = query[name]
  if (Array.isArray(value)) throw new ConsentError(`${name} was sent ${value.length} times.`)
  return typeof value === 'string' && value !== '' ? value.toWellFormed() : undefined
}
