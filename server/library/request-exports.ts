import type { Comparison } from '../target/compare/options.ts'
import { type CompareTarget, compareRequests } from './compare.ts'
import { type Control, path, withQuery } from './control.ts'
import { type MatchOrOperation, matchOf } from './journaled-request.ts'
import { parametersOf } from './request-parameters.ts'
import { type RequestReference, requestId } from './request-reference.ts'

/** Creates the verbs that hand requests to a world on: to a file, or to another server. */
export const exportVerbs = (control: Control) => ({
  /**
   * Returns the requests that match, or all, as HAR 1.2 for the developer tools of a browser.
   *
   * @example
   * console.log(JSON.stringify(await mock.requests.har({ status: '4xx' })))
   */
  har: (match: MatchOrOperation = {}): Promise<Readonly<Record<string, unknown>>> =>
    control('GET', withQuery('/requests/har', parametersOf(matchOf(match)))),

  /**
   * Returns one request as HAR 1.2.
   *
   * @throws ControlError when the journal has none of that id.
   * @example
   * const response = await mock.fetch('/ad_accounts')
   * console.log(JSON.stringify(await mock.requests.harOf(response)))
   */
  harOf: async (request: RequestReference): Promise<Readonly<Record<string, unknown>>> =>
    control('GET', withQuery(path`/requests/${requestId(request)}`, { as: 'har' })),

  /**
   * Sends the requests that match, or all, to another server such as Pinterest's sandbox, and returns how its answers
   * differ. Reads alone, unless `writes` is set.
   *
   * @throws UsageError when the target may not be called or there is no token; an error when a limit is not lifted in time.
   * @example
   * const sandbox = await startMock({ seed: 'small' })
   * await mock.fetch('/ad_accounts')
   * const { differences } = await mock.requests.compare({ target: sandbox.baseUrl, token: 'any-text' })
   * await sandbox.close()
   */
  compare: async ({
    match = {},
    ...target
  }: CompareTarget & { readonly match?: MatchOrOperation }): Promise<Comparison> => {
    const har = await control<Record<string, unknown>>('GET', withQuery('/requests/har', parametersOf(matchOf(match))))
    return compareRequests(har, target)
  },
})
