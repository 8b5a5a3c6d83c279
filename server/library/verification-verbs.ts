import type { Control } from './control.ts'
import { type MatchOrOperation, matchOf, type Times, type Verified } from './journaled-request.ts'

/** Creates the verbs that expect requests to a world: those that have come, or that are still to come. */
export const verificationVerbs = (control: Control) => ({
  /**
   * Waits until enough requests match, earlier ones included.
   *
   * @param options Their number, 1 when absent; or an object with `count` and `timeout`, in seconds of real time or as text
   * such as `5s`: 5 seconds when absent, 10 minutes at most.
   * @throws ControlError with the requests that were found when the time is over.
   * @example
   * setTimeout(() => mock.fetch('/ad_accounts'), 10)
   * await mock.requests.wait({ operation: 'ad_accounts/list' }, { count: 1, timeout: '5s' })
   */
  wait: (
    match: MatchOrOperation = {},
    options: number | { readonly count?: number; readonly timeout?: number | string } = {},
  ): Promise<Verified> => {
    const { count = 1, timeout = 5 } = typeof options === 'number' ? { count: options } : options
    return control('POST', '/requests/wait', { match: matchOf(match), count, timeout })
  },

  /**
   * Verifies how many requests match: at least one, an exact number, or what the fields of an object say.
   *
   * @throws ControlError with the requests that were found instead, and near misses.
   * @example
   * await mock.requests.verify('campaigns/create', 0)
   * await mock.requests.verify({ operation: 'campaigns/create', status: '4xx' }, { never: true })
   */
  verify: (match: MatchOrOperation, times: Times | number = {}): Promise<Verified> =>
    control('POST', '/requests/verify', { match: matchOf(match), ...(typeof times === 'number' ? { times } : times) }),

  /**
   * Verifies that requests came in an order; others may lie between them.
   *
   * @throws ControlError with the requests that were found, and near misses for the first one that is missing.
   * @example
   * await mock.fetch('/ad_accounts')
   * await mock.fetch('/boards')
   * await mock.requests.verifyInOrder('ad_accounts/list', { operation: 'boards/list' })
   */
  verifyInOrder: (...in_order: readonly MatchOrOperation[]): Promise<Verified> =>
    control('POST', '/requests/verify', { in_order: in_order.map(matchOf) }),
})
