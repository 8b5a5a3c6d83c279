import type { Deprecation } from '#server/domain/errors/deprecations.ts'
import type { LazyRequestFacts, RequestFacts } from '#server/journal/request-facts.ts'
import { requestFactsOf, type SentRequest, type SentSchema } from './request-facts.ts'

/** A call whose body is not parsed yet. */
interface Unread {
  readonly url: string
  readonly text: string | null
  readonly schema: SentSchema
  readonly deprecations?: readonly Deprecation[]
}

/** The facts of a call, computed when they are first read and then cached: most calls are never inspected. */
export class RequestWarnings implements LazyRequestFacts {
  /** Characters that have to be parsed for it. */
  readonly characters: number
  #unread: Unread | undefined
  #facts: RequestFacts | undefined

  constructor(unread: Unread) {
    this.#unread = unread
    this.characters = unread.text?.length ?? 0
  }

  /** Computes the facts at once, from a parsed body. Needed where the journal truncates the text. */
  static of(sent: SentRequest): RequestWarnings {
    const found = new RequestWarnings({ ...sent, text: null })
    found.#facts = requestFactsOf(sent)
    found.#unread = undefined
    return found
  }

  get isRead(): boolean {
    return this.#facts !== undefined
  }

  /** The facts of the call. */
  get facts(): RequestFacts {
    if (this.#facts === undefined) {
      const { text = null, ...sent } = this.#unread as Unread
      this.#facts = requestFactsOf({ ...sent, body: parsedOrUndefined(text) })
      this.#unread = undefined
    }
    return this.#facts
  }
}

/** Parses JSON; undefined when it is invalid. */
export function parsedOrUndefined(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
