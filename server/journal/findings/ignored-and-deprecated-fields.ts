import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { FirstRequests } from './first-requests.ts'
import { maxOccurrences } from './occurrences.ts'

const memory = `the first ${maxOccurrences.toLocaleString('en')} names`

/** An undocumented field or parameter. */
export const ignoredField: Detector = {
  id: 'ignored-field',
  title: 'A field or parameter that no version of the API describes',
  harm: 'What was meant by it may well not happen: often the name is misspelt.',
  instead: 'Look the name up in the description of the operation.',
  memory,
}

/** A deprecated field, parameter or value. */
export const deprecatedField: Detector = {
  id: 'deprecated-field',
  title: 'Something deprecated',
  harm: 'A version of the API to come refuses or ignores it.',
  instead: 'Follow what the note says.',
  memory,
}

/** Finds each different name or note of an operation once. */
export class FieldWatch implements Watch {
  #ignored = new FirstRequests()
  #deprecated = new FirstRequests()

  wants({ findings, body, url }: JournalEntry): boolean {
    if (findings === null || (body === null && !url.includes('?'))) return false
    const { ignored, deprecated } = findings.facts
    return ignored.length + deprecated.length > 0
  }

  observe({ id, operation, ignored, deprecated }: Call): void {
    for (const field of ignored) {
      this.#ignored.add(`${operation ?? ''}: '${field}' is described by no version that is known here.`, id)
    }
    for (const note of deprecated) this.#deprecated.add(`${operation ?? ''}: ${note}.`, id)
  }

  found(): readonly Found[] {
    return [
      { detector: ignoredField, occurrences: this.#ignored.occurrences(asIs), dropped: this.#ignored.dropped },
      { detector: deprecatedField, occurrences: this.#deprecated.occurrences(asIs), dropped: this.#deprecated.dropped },
    ]
  }

  copy(): Watch {
    const copy = new FieldWatch()
    copy.#ignored = this.#ignored.copy()
    copy.#deprecated = this.#deprecated.copy()
    return copy
  }
}

const asIs = (message: string): string => message
