import { receivedRequests } from '../journal/request-ids.ts'

/** Tells long work how long ago another call came in. The call that began the work does not count. */
export class RecentCalls {
  #received = receivedRequests()
  #seenAt = Number.NEGATIVE_INFINITY

  /** Returns whether a call was received within the last milliseconds, as far as this was called in between. */
  within(milliseconds: number): boolean {
    const [received, now] = [receivedRequests(), performance.now()]
    if (received !== this.#received) [this.#received, this.#seenAt] = [received, now]
    return now - this.#seenAt < milliseconds
  }
}
