import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { FirstRequests } from './first-requests.ts'
import { maxOccurrences } from './occurrences.ts'

/** A granted scope that no operation of the client requires. */
export const unneededScope: Detector = {
  id: 'unneeded-scope',
  title: 'A scope that is never needed',
  harm: "Users and Pinterest's review grant fewer scopes more readily, and a leaked token can do less.",
  instead: 'Ask for the scopes of the operations that are called.',
  memory: `the first ${maxOccurrences.toLocaleString('en')} scopes`,
}

/** Compares the scopes that were granted with those that were needed. */
export class ScopeWatch implements Watch {
  /** The operations that were called. */
  #operations = new Set<string | null>()
  #needed = new Set<string>()
  #granted = new FirstRequests()

  wants({ operation }: JournalEntry): boolean {
    return !this.#operations.has(operation) || operation === 'oauth/token'
  }

  observe({ id, operation, needs, grants }: Call): void {
    this.#operations.add(operation)
    for (const scope of needs) this.#needed.add(scope)
    for (const scope of grants) this.#granted.add(scope, id)
  }

  found(): readonly Found[] {
    const occurrences = this.#granted.occurrences((scope) =>
      this.#needed.has(scope) ? undefined : `${scope} was granted, and no operation that was called needs it.`,
    )
    return [{ detector: unneededScope, occurrences, dropped: this.#granted.dropped }]
  }

  copy(): Watch {
    const copy = new ScopeWatch()
    copy.#operations = new Set(this.#operations)
    copy.#needed = new Set(this.#needed)
    copy.#granted = this.#granted.copy()
    return copy
  }
}
