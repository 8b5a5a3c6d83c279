import type { z } from 'zod'
import type { Match } from '../inspection/request-match.ts'
import type { RequestView } from '../inspection/request-view.ts'
import type { WhyReply } from '../inspection/why.ts'
import type { Control } from './transport.ts'

/** What requests are picked by: operation, method, path, status, rule, ad account, body. */
export type RequestMatch = z.input<typeof Match>
/** A request with its answer, as the journal keeps it. */
export type JournaledRequest = z.output<typeof RequestView>
/** Why a request was refused, or that it was not. */
export type Why = z.output<typeof WhyReply>

/** How often requests are expected. */
export interface Times {
  /** Exactly so many. */
  readonly times?: number
  /** One, when nothing else is said. */
  readonly at_least?: number
  readonly at_most?: number
  readonly never?: true
}

/** What was found of what was expected. */
export interface Verified {
  readonly found: number
  readonly items: readonly JournaledRequest[]
}

/** The verbs on what a world was asked. */
export const requestVerbs = (control: Control) => ({
  /** The requests that match, the oldest first; 100 at most unless a limit says otherwise. */
  find: async (match: RequestMatch = {}, limit = 100): Promise<readonly JournaledRequest[]> =>
    (await control<{ items: JournaledRequest[] }>('POST', '/requests/find', { match, limit })).items,
  /** How many match. */
  count: async (match: RequestMatch = {}): Promise<number> =>
    (await control<Verified>('POST', '/requests/verify', { match, at_least: 0 })).found,
  /** The one of that id: an answer has it as `x-mock-request-id`. */
  get: (id: string): Promise<JournaledRequest> => control('GET', `/requests/${id}`),
  /** Why it was refused: rule, field, what was sent, what is allowed, evidence and source. */
  why: (id: string): Promise<Why> => control('GET', `/requests/${id}/why`),
  /**
   * Waits until so many match, those of before included.
   *
   * @param timeout Seconds, or an ISO 8601 duration.
   * @throws ControlError with what was found when the time is over.
   */
  wait: (match: RequestMatch, { count = 1, timeout = 5 }: { count?: number; timeout?: number | string } = {}) =>
    control<Verified>('POST', '/requests/wait', { match, count, timeout }),
  /**
   * Expects so many that match.
   *
   * @throws ControlError with what was found instead, and what was nearly right.
   */
  verify: (match: RequestMatch, times: Times = {}) =>
    control<Verified>('POST', '/requests/verify', { match, ...times }),
  /** Expects requests one after the other; others may lie between. */
  verifyInOrder: (...in_order: readonly RequestMatch[]) => control<Verified>('POST', '/requests/verify', { in_order }),
  /** All of them as HAR 1.2, for a browser's developer tools. */
  har: (): Promise<Readonly<Record<string, unknown>>> => control('GET', '/requests/har'),
  /** Forgets them. */
  clear: async (): Promise<void> => {
    await control('DELETE', '/requests')
  },
})
