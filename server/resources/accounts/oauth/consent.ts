import { isRedirectTarget } from '#server/domain/access/redirects.ts'
import { type Scope, scopesIn } from '#server/domain/access/scopes.ts'
import type { AuthSettings } from '#server/domain/access/tokens.ts'

/** What an app asks a user for, by the query of the consent page. */
export interface ConsentRequest {
  readonly clientId: string
  /** What the page calls the app. */
  readonly appName: string
  readonly redirectUri: string
  readonly scopes: readonly Scope[]
  /** Sent back as it came; absent when none did. */
  readonly state: string | undefined
}

/** A query that cannot be answered by sending the user back to the app; the reason is for the page. */
export class ConsentError extends Error {}

type Query = Readonly<Record<string, unknown>>

/**
 * Returns what the query asks for.
 *
 * @throws ConsentError for anything that is wrong with it: nobody is redirected to where nothing is known of.
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
 * Returns where the user is sent back to. What is answered comes first and, when no state came, alone: a client may take
 * everything behind the first `=` for the code.
 */
export function redirectTarget({ redirectUri, state }: ConsentRequest, answer: string): string {
  const url = new URL(redirectUri)
  const added = state === undefined ? answer : `${answer}&state=${encodeURIComponent(state)}`
  url.search = url.search === '' ? added : `${url.search}&${added}`
  return url.href
}

/** Returns the value of a parameter that was sent once and is not empty. */
export function one(query: Query, name: string): string | undefined {
  const value = query[name]
  if (Array.isArray(value)) throw new ConsentError(`${name} was sent ${value.length} times.`)
  return typeof value === 'string' && value !== '' ? value.toWellFormed() : undefined
}
