/** The header in which each response of the API has the id of its request. */
const header = 'x-mock-request-id'

/**
 * A request of the journal: its id, the request itself, or its response as `fetch`, axios and others return it.
 *
 * @example
 * const reference: RequestReference = await mock.fetch(`${mock.baseUrl}/ad_accounts`)
 * console.log((await mock.requests.why(reference)).verdict)
 */
export type RequestReference =
  | string
  | { readonly id: string }
  | { readonly headers: Pick<Headers, 'get'> | Readonly<Record<string, unknown>> }

/**
 * Returns the id of a request.
 *
 * @throws TypeError for a response that has none: it is not of this server.
 */
export function requestId(reference: RequestReference): string {
  if (typeof reference === 'string') return reference
  if ('id' in reference) return reference.id
  const { headers } = reference
  const id = typeof headers.get === 'function' ? headers.get(header) : Reflect.get(headers, header)
  if (typeof id === 'string' && id !== '') return id
  throw new TypeError(`The response has no header ${header}, which every response of the mock has.`)
}
