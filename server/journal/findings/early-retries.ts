import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import { RecentMap } from '../statistics/recent-map.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { Occurrences } from './occurrences.ts'

const maxRefusals = 5000

/** A call within the window of a rate limit that has refused one already. */
export const retryBeforeReset: Detector = {
  id: 'retry-before-reset',
  title: 'A retry before the rate limit was reset',
  harm: 'The call is refused again, and a client that goes on so is blocked for longer.',
  instead: 'Wait for the seconds in Retry-After, or else in x-ratelimit-reset, before the next call of that category.',
  memory: `the latest ${maxRefusals.toLocaleString('en')} callers that a limit refused`,
}

/** A call that a rate limit refused. */
type Refusal = Pick<Call, 'id' | 'time'> & { readonly wait: number }

/** Compares each call with the refusal before it. */
export class RetryWatch implements Watch {
  #occurrences = new Occurrences()
  /** The latest call of each caller in each category, where a rate limit refused it. */
  #refusals = new RecentMap<string, Refusal>(maxRefusals)
  /** The moment from which none of these refusals holds any more, by the world's clock. */
  #until = 0

  wants({ status }: JournalEntry): boolean {
    return status === 429 || !this.#refusals.isEmpty
  }

  observe(call: Call): void {
    const { wait, time, id } = call
    if (wait === null && this.#refusals.isEmpty) return
    const key = JSON.stringify([call.caller, call.category ?? call.operation])
    const refusal = this.#refusals.get(key)
    if (refusal !== undefined) this.#compare(refusal, call)
    if (time >= this.#until) this.#refusals.clear()
    this.#refusals.delete(key)
    if (wait === null) return
    this.#refusals.set(key, { id, time, wait })
    this.#until = Math.max(this.#until, time + wait * 1000)
  }

  found(): readonly Found[] {
    return [{ detector: retryBeforeReset, occurrences: this.#occurrences, dropped: this.#refusals.dropped }]
  }

  copy(): Watch {
    const copy = new RetryWatch()
    copy.#occurrences = new Occurrences(this.#occurrences)
    copy.#refusals = this.#refusals.copy()
    copy.#until = this.#until
    return copy
  }

  #compare({ id, time, wait }: Refusal, early: Call): void {
    const after = (early.time - time) / 1000
    if (after >= wait) return
    const message = `${early.operation} was called ${after} s after a 429 that said to wait for ${wait} s.`
    this.#occurrences.add({ message, requests: [id, early.id] })
  }
}
