import { divergenceText, isBreaking, isBrokenBy } from '#server/domain/api-version/divergence.ts'
import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { FirstRequests } from './first-requests.ts'
import { maxOccurrences } from './occurrences.ts'

/** A call that breaks with the version of the API that is rehearsed. */
export const breakingChange: Detector = {
  id: 'breaking-change',
  title: 'A call that another version of the API refuses, or answers with less',
  harm: 'With that version the call fails, or what it sends is ignored, or what it reads is not there.',
  instead: 'The guide on upgrades says what to change for each kind of difference.',
  memory: `the first ${maxOccurrences.toLocaleString('en')} differences`,
}

/** Collects the ways in which calls break with the version that is rehearsed, each way of an operation once. */
export class RehearsalWatch implements Watch {
  #ways = new FirstRequests()

  wants({ rehearsal }: JournalEntry): boolean {
    return rehearsal !== null && isBrokenBy(rehearsal)
  }

  observe({ id, operation, rehearsal }: Call): void {
    if (rehearsal === null) return
    const { version, divergences } = rehearsal
    for (const divergence of divergences.filter(isBreaking)) {
      this.#ways.add(`${operation}: ${divergenceText(version, divergence)}.`, id)
    }
  }

  found(): readonly Found[] {
    const occurrences = this.#ways.occurrences((message) => message)
    return [{ detector: breakingChange, occurrences, dropped: this.#ways.dropped }]
  }

  copy(): Watch {
    const copy = new RehearsalWatch()
    copy.#ways = this.#ways.copy()
    return copy
  }
}
