import type { Deprecation } from '#server/domain/errors/deprecations.ts'
import type { LazyRequestFacts, RequestFacts } from '#server/journal/unread-facts.ts'
import { requestFactsOf, type Sent, type SentSchema } from './request-facts.ts'

/** A call whose body is text. */
interface Unread {
  readonly url: string
  readonly text: string | null
  readonly schema: SentSchema
  readonly deprecations?: readonly Deprecation[]
}

/**
 * What of a call no version of the API describes or wants any longer: found when somebody asks, and once, since most
 * calls are never asked about.
 */
export class RequestWarnings implements LazyRequestFacts {
  /** Letters that are to be read for it. */
  readonly letters: number
  #unread: Unread | undefined
  #facts: RequestFacts | undefined

  constructor(unread: Unread) {
    this.#unread = unread
    this.letters = unread.text?.length ?? 0
  }

  /** The same of a call whose body is at hand: one that is cut short cannot be read later on. */
  static of(sent: Sent): RequestWarnings {
    const found = new RequestWarnings({ ...sent, text: null })
    found.#facts = requestFactsOf(sent)
    found.#unread = undefined
    return found
  }

  /** What was found. */
  get facts(): RequestFacts {
    if (this.#facts === undefined) {
      const { text = null, ...sent } = this.#unread as Unread
      this.#facts = requestFactsOf({ ...sent, body: parsed(text) })
      this.#unread = undefined
    }
    return this.#facts
  }
}

/** A text as JSON; undefined when it is none. */
export function parsed(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
