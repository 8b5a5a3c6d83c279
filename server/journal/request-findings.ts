import { type RequestFacts, requestFactsOf, type Sent, type SentSchema } from '../http/validation/warnings.ts'

/** A call whose body is text. */
interface Unread {
  readonly operation: string | null
  readonly url: string
  readonly text: string | null
  readonly schema: SentSchema
}

/**
 * What of a call no version of the API describes or wants any longer: found when somebody asks, and once, since most
 * calls are never asked about.
 */
export class RequestWarnings {
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

/** Letters of all bodies together that are left unread: to read them all takes a tenth of a second. */
const mostLetters = 4 * 2 ** 20

/** Findings that nobody has asked for. When they become too many the oldest are read, so that no question takes long. */
export class UnreadRequestWarnings {
  readonly #queue: RequestWarnings[] = []
  #first = 0
  #letters = 0

  /** Adds what was found of a call that was answered. */
  add(findings: RequestWarnings): void {
    if (findings.letters === 0) return
    this.#queue.push(findings)
    this.#letters += findings.letters
    while (this.#letters > mostLetters) this.#readFirst()
  }

  #readFirst(): void {
    const findings = this.#queue[this.#first++]
    if (findings === undefined) return
    this.#letters -= findings.letters
    void findings.facts
    if (this.#first < 1000) return
    this.#queue.splice(0, this.#first)
    this.#first = 0
  }
}
