import { truncatedText } from '#server/domain/truncate.ts'
import type { JournalEntry } from '../entry.ts'
import { isUnmatched } from '../outcome.ts'
import type { Call } from '../statistics/call.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { FirstRequests } from './first-requests.ts'
import { maxOccurrences } from './occurrences.ts'

/** A call that no implemented operation answers. */
export const unmatchedCall: Detector = {
  id: 'unmatched-call',
  title: 'A call that no operation answers',
  harm: 'In production it is refused, or it is not what a test of it has shown.',
  instead: 'GET /__mock/requests/unmatched names the nearest operations; a stub answers what is not implemented.',
  memory: `the first ${maxOccurrences.toLocaleString('en')} calls`,
}

/** The most characters of a path in a message. */
const maxPath = 200

/** Collects calls that no operation answers, each method and path once. */
export class UnmatchedWatch implements Watch {
  #calls = new FirstRequests()

  wants({ rules }: JournalEntry): boolean {
    return isUnmatched({ rules })
  }

  observe({ id, method, path, operation, status, unmatched }: Call): void {
    if (!unmatched) return
    const missing = status === 501 ? 'is not implemented' : 'the version or the profile of the world does not have'
    const reason = operation === null ? 'has no operation' : `is ${operation}, which ${missing}`
    this.#calls.add(`${method} ${truncatedText(path, maxPath)} ${reason}.`, id)
  }

  found(): readonly Found[] {
    const occurrences = this.#calls.occurrences((message) => message)
    return [{ detector: unmatchedCall, occurrences, dropped: this.#calls.dropped }]
  }

  copy(): Watch {
    const copy = new UnmatchedWatch()
    copy.#calls = this.#calls.copy()
    return copy
  }
}
