import type { z } from 'zod'
import type { Match } from '../inspection/request-match.ts'
import type { RequestView } from '../inspection/request-view.ts'
import type { WhyReply } from '../inspection/why.ts'
import type { Control } from './transport.ts'

/**
 * Criteria that select requests of the journal: operation, method, path, status, rule, ad account, body. A request has to
 * meet all of them.
 *
 * @example
 * const refused: RequestMatch = { operation: 'campaigns/create', status: '4xx' }
 * console.log(await mock.requests.count(refused))
 */
export type RequestMatch = z.input<typeof Match>

/**
 * A request of the journal with its response, without credentials. `time` is ISO 8601 by the world's clock, `received` by
 * the machine's.
 *
 * @example
 * const requests: readonly JournaledRequest[] = await mock.requests.find()
 * console.log(requests.map(({ method, url, status }) => `${method} ${url} ${status}`))
 */
export type JournaledRequest = z.output<typeof RequestView>

/**
 * The explanation of a response: for each reason the rule, the field, the sent and the allowed value, the evidence and its
 * source.
 *
 * @example
 * const [request] = await mock.requests.find({ status: '4xx' })
 * const why: Why | undefined = request && (await mock.requests.why(request.id))
 * console.log(why?.reasons.map(({ field, passes }) => `${field}: ${passes}`))
 */
export type Why = z.output<typeof WhyReply>

/**
 * How often requests are expected; at least once when empty.
 *
 * @example
 * const twice: Times = { times: 2 }
 * await mock.fetch(`${mock.baseUrl}/ad_accounts`, { headers: { authorization: `Bearer ${mock.token}` } })
 * await mock.fetch(`${mock.baseUrl}/ad_accounts`, { headers: { authorization: `Bearer ${mock.token}` } })
 * await mock.requests.verify({ operation: 'ad_accounts/list' }, twice)
 */
export interface Times {
  /** The exact number. */
  readonly times?: number
  /** The smallest number; 1 when no other field is set. */
  readonly at_least?: number
  /** The greatest number. */
  readonly at_most?: number
  /** No request at all. */
  readonly never?: true
}

/**
 * The requests that were found by a verification: their number, and the latest 20 of them.
 *
 * @example
 * const { found, items }: Verified = await mock.requests.verify({ operation: 'ads/create' }, { never: true })
 * console.log(found, items)
 */
export interface Verified {
  readonly found: number
  readonly items: readonly JournaledRequest[]
}

/** Creates the verbs on the requests to a world. */
export const requestVerbs = (control: Control) => ({
  /**
   * Returns the requests that match, the oldest first.
   *
   * @param limit The number of requests at most, of which the latest are returned.
   * @example
   * const created = await mock.requests.find({ operation: 'campaigns/create', status: 200 })
   */
  find: async (match: RequestMatch = {}, limit = 100): Promise<readonly JournaledRequest[]> =>
    (await control<{ items: JournaledRequest[] }>('POST', '/requests/find', { match, limit })).items,

  /**
   * Returns the number of requests that match.
   *
   * @example
   * console.log(await mock.requests.count({ method: 'POST' }))
   */
  count: async (match: RequestMatch = {}): Promise<number> =>
    (await control<Verified>('POST', '/requests/verify', { match, at_least: 0 })).found,

  /**
   * Returns one request by its id, which its response has as `x-mock-request-id`.
   *
   * @throws ControlError when the journal has none of that id.
   * @example
   * const response = await mock.fetch(`${mock.baseUrl}/ad_accounts`)
   * const { status } = await mock.requests.get(response.headers.get('x-mock-request-id') ?? '')
   */
  get: (id: string): Promise<JournaledRequest> => control('GET', `/requests/${id}`),

  /**
   * Explains the response to a request.
   *
   * @throws ControlError when the journal has none of that id.
   * @example
   * const response = await mock.fetch(`${mock.baseUrl}/ad_accounts`)
   * const { verdict, reasons } = await mock.requests.why(response.headers.get('x-mock-request-id') ?? '')
   */
  why: (id: string): Promise<Why> => control('GET', `/requests/${id}/why`),

  /**
   * Waits until enough requests match, earlier ones included.
   *
   * @param timeout Seconds of real time, or a duration such as `5s`; 10 minutes at most.
   * @throws ControlError with the requests that were found when the time is over.
   * @example
   * setTimeout(() => mock.fetch(`${mock.baseUrl}/ad_accounts`), 10)
   * await mock.requests.wait({ operation: 'ad_accounts/list' }, { count: 1, timeout: '5s' })
   */
  wait: (match: RequestMatch, { count = 1, timeout = 5 }: { count?: number; timeout?: number | string } = {}) =>
    control<Verified>('POST', '/requests/wait', { match, count, timeout }),

  /**
   * Verifies how many requests match.
   *
   * @throws ControlError with the requests that were found instead, and near misses.
   * @example
   * await mock.requests.verify({ operation: 'campaigns/create' }, { never: true })
   */
  verify: (match: RequestMatch, times: Times = {}) =>
    control<Verified>('POST', '/requests/verify', { match, ...times }),

  /**
   * Verifies that requests came in an order; others may lie between them.
   *
   * @throws ControlError with the requests that were found, and near misses for the first one that is missing.
   * @example
   * await mock.fetch(`${mock.baseUrl}/ad_accounts`)
   * await mock.fetch(`${mock.baseUrl}/boards`)
   * await mock.requests.verifyInOrder({ operation: 'ad_accounts/list' }, { operation: 'boards/list' })
   */
  verifyInOrder: (...in_order: readonly RequestMatch[]) => control<Verified>('POST', '/requests/verify', { in_order }),

  /**
   * Returns all requests as HAR 1.2, for the developer tools of a browser.
   *
   * @example
   * console.log(JSON.stringify(await mock.requests.har()))
   */
  har: (): Promise<Readonly<Record<string, unknown>>> => control('GET', '/requests/har'),

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
