import type { IncrementalTask } from '#db/incremental-task.ts'
import type { JournalEntry } from '../entry.ts'
import type { LazyRequestFacts, RequestFacts } from '../request-facts.ts'
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

/** A list of the query in another form than the documented one. */
export const queryListForm: Detector = {
  id: 'query-list-form',
  title: 'A list in the query in another form than the documented one',
  harm: 'The API may take it for one value, or for its last value alone.',
  instead: 'Send the list as the description of the parameter says: `style` and `explode`.',
  memory,
}

/** The most bodies that wait to be parsed: a body is parsed when this many wait, or when somebody asks what was found. */
const maxWaiting = 50_000

/** A call whose body is not parsed yet. */
interface Waiting {
  readonly id: string
  readonly operation: string | null
  readonly facts: LazyRequestFacts
}

/** Finds each different name or note of an operation once. */
export class FieldWatch implements Watch {
  #ignored = new FirstRequests()
  #deprecated = new FirstRequests()
  #forms = new FirstRequests()
  #waiting: Waiting[] = []
  /** The place of the first in `#waiting` that is not done yet. */
  #next = 0

  wants({ findings, body, url }: JournalEntry): boolean {
    if (findings === null || (body === null && !url.includes('?'))) return false
    if (!findings.isRead && findings.characters > 0) return true
    const { ignored, deprecated, forms } = findings.facts
    return ignored.length + deprecated.length + forms.length > 0
  }

  observe(call: Call): void {
    const { id, operation, unread } = call
    // Reading the names of a call parses its body.
    if (unread === null) this.#add(id, operation, call)
    else this.#wait({ id, operation, facts: unread })
  }

  *settle(): IncrementalTask<void> {
    while (this.#next < this.#waiting.length) {
      this.#readNext()
      yield
    }
    this.#waiting = []
    this.#next = 0
  }

  found(): readonly Found[] {
    for (const _ of this.settle());
    return [
      { detector: ignoredField, occurrences: this.#ignored.occurrences(asIs), dropped: this.#ignored.dropped },
      { detector: deprecatedField, occurrences: this.#deprecated.occurrences(asIs), dropped: this.#deprecated.dropped },
      { detector: queryListForm, occurrences: this.#forms.occurrences(asIs), dropped: this.#forms.dropped },
    ]
  }

  copy(): Watch {
    const copy = new FieldWatch()
    copy.#ignored = this.#ignored.copy()
    copy.#deprecated = this.#deprecated.copy()
    copy.#forms = this.#forms.copy()
    copy.#waiting = this.#waiting.slice(this.#next)
    return copy
  }

  /** Keeps a call until its body is parsed: the journals let none wait beyond a number of characters. */
  #wait(waiting: Waiting): void {
    this.#waiting.push(waiting)
    while (this.#waiting[this.#next]?.facts.isRead || this.#waiting.length - this.#next > maxWaiting) this.#readNext()
    if (this.#next < 1000) return
    this.#waiting.splice(0, this.#next)
    this.#next = 0
  }

  #readNext(): void {
    const waiting = this.#waiting[this.#next++]
    if (waiting !== undefined) this.#add(waiting.id, waiting.operation, waiting.facts.facts)
  }

  #add(
    id: string,
    operation: string | null,
    { ignored, deprecated, forms }: Pick<RequestFacts, 'ignored' | 'deprecated' | 'forms'>,
  ): void {
    for (const field of ignored) {
      this.#ignored.add(`${operation ?? ''}: '${field}' is described by no version that is known here.`, id)
    }
    for (const note of forms) this.#forms.add(`${operation ?? ''}: ${note}.`, id)
    for (const note of deprecated) this.#deprecated.add(`${operation ?? ''}: ${note}.`, id)
  }
}

const asIs = (message: string): string => message
