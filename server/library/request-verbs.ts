import { type Control, ControlError, path, withQuery } from './control.ts'
import {
  type JournaledRequest,
  type MatchOrOperation,
  matchOf,
  type UnmatchedRequest,
  type Why,
} from './journaled-request.ts'
import { exportVerbs } from './request-exports.ts'
import { parametersOf } from './request-parameters.ts'
import { type RequestReference, requestId } from './request-reference.ts'
import { verificationVerbs } from './verification-verbs.ts'

/** Which of the requests that match are listed, and in which order. */
interface ListOptions {
  readonly limit?: number
  readonly order?: 'ASCENDING' | 'DESCENDING'
  readonly source?: 'client' | 'console'
}

/** Creates the verbs on the requests to a world. */
export const requestVerbs = (control: Control) => ({
  /**
   * Returns the latest requests that match, the oldest first.
   *
   * @param options The number of requests at most, 100 when absent; or an object with `limit`, `order`, in which
   * `DESCENDING` returns the latest first, and `source`, in which `console` returns the calls of the console.
   * @example
   * const created = await mock.requests.find({ operation: 'campaigns/create', status: 200 })
   * const [latest] = await mock.requests.find({}, { limit: 1, order: 'DESCENDING' })
   */
  find: async (
    match: MatchOrOperation = {},
    options: number | ListOptions = {},
  ): Promise<readonly JournaledRequest[]> => {
    const listing = typeof options === 'number' ? { limit: options } : options
    const body = { match: matchOf(match), ...listing }
    return (await control<{ items: JournaledRequest[] }>('POST', '/requests/find', body)).items
  },

  /**
   * Returns the number of requests that match.
   *
   * @throws ControlError when more may match, of which the journal has no longer enough to tell.
   * @example
   * console.log(await mock.requests.count('campaigns/create'), await mock.requests.count({ method: 'POST' }))
   */
  count: async (match: MatchOrOperation = {}): Promise<number> => {
    const call = withQuery('/requests/count', parametersOf(matchOf(match)))
    const { count, forgotten } = await control<{ count: number; forgotten: number }>('GET', call)
    if (forgotten === 0) return count
    const message = `${count} requests match, and ${forgotten} more may, which the journal has forgotten`
    throw new ControlError(`GET ${call}`, 409, { code: 1, message, count, forgotten })
  },

  /**
   * Returns one request by its response, or by its id, which the response has as `x-mock-request-id`.
   *
   * @param options `world`: `all` finds the request in any world.
   * @throws ControlError when the journal has none of that id.
   * @example
   * const response = await mock.fetch('/ad_accounts')
   * const { status } = await mock.requests.get(response)
   */
  get: async (request: RequestReference, options: { readonly world?: 'all' } = {}): Promise<JournaledRequest> =>
    control('GET', withQuery(path`/requests/${requestId(request)}`, options)),

  /**
   * Explains the response to a request.
   *
   * @throws ControlError when the journal has none of that id.
   * @example
   * const response = await mock.fetch('/ad_accounts')
   * const { verdict, reasons } = await mock.requests.why(response)
   */
  why: async (request: RequestReference): Promise<Why> => control('GET', path`/requests/${requestId(request)}/why`),

  /**
   * Returns a command of a shell that sends a request again. Credentials in it are blacked out.
   *
   * @throws ControlError when the journal has none of that id.
   * @example
   * const response = await mock.fetch('/ad_accounts')
   * console.log(await mock.requests.curl(response))
   */
  curl: async (request: RequestReference): Promise<string> =>
    control('GET', withQuery(path`/requests/${requestId(request)}`, { as: 'curl' })),

  /**
   * Returns the calls that matched no operation, or one that is not implemented, with the nearest operations; on the
   * default world also those to worlds that do not exist.
   *
   * @example
   * await mock.fetch('/ad_acounts')
   * const [call] = await mock.requests.unmatched()
   * console.log(call?.near_operations.map(({ method, path }) => `${method} ${path}`))
   */
  unmatched: async (): Promise<readonly UnmatchedRequest[]> =>
    (await control<{ items: UnmatchedRequest[] }>('GET', '/requests/unmatched')).items,

  ...verificationVerbs(control),

  ...exportVerbs(control),

  /**
   * Empties the journal.
   *
   * @example
   * await mock.requests.clear()
   */
  clear: async (): Promise<void> => {
    await control('DELETE', '/requests')
  },
})
