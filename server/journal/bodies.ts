import type { BodyMatch } from '../domain/body-match.ts'
import { stepsOf } from '../domain/json-path.ts'
import { Problem } from '../domain/problems.ts'
import type { JournalEntry } from './entry.ts'
import { parsed } from './findings.ts'
import { requestBodyOf } from './view.ts'

/** Characters of bodies that one question may have read as JSON: what that costs is a tenth of a second. */
const mostRead = 4 * 2 ** 20

/** How many bodies are read. */
export interface BodiesOptions {
  /** Their letters; 4 Mi when absent. */
  readonly most?: number
  /** Whether those that are too many are taken for no JSON, and the question is not refused. */
  readonly isLenient?: boolean
}

/** The bodies of requests as they are told, while one question is answered: the latest is read but once. */
export class Bodies {
  readonly #isLenient: boolean
  #left: number
  #latest: { readonly entry: JournalEntry; readonly body: unknown } | undefined
  #latestText: { readonly entry: JournalEntry; readonly text: string } | undefined

  constructor({ most = mostRead, isLenient = false }: BodiesOptions = {}) {
    this.#left = most
    this.#isLenient = isLenient
  }

  /**
   * The body of a request, without credentials; undefined where it is no JSON.
   *
   * @throws Problem when too many have been read.
   */
  of(entry: JournalEntry): unknown {
    if (this.#latest?.entry === entry) return this.#latest.body
    this.#left -= entry.body?.length ?? 0
    if (this.#left < 0 && !this.#isLenient) throw new Problem('control.search')
    this.#latest = { entry, body: this.#left < 0 ? undefined : parsed(this.textOf(entry)) }
    return this.#latest.body
  }

  /** The body of a request as text, without credentials; null where there is none. */
  textOf(entry: JournalEntry): string | null {
    if (this.#latestText?.entry === entry) return this.#latestText.text
    const text = requestBodyOf(entry)
    if (text !== null) this.#latestText = { entry, text }
    return text
  }
}

/** Letters that JSON spells in several ways, and the sign that stands for credentials. */
const ambiguous = /[\p{Cc}"\\/…]/u

const mostTexts = 20

/** Texts that stand in every body that is what is asked. */
export function textsOf({ body_path = '', body_equals }: BodyMatch): readonly string[] {
  const texts = stepsOf(body_path).filter((step) => !/^(\*|\d+)$/.test(step))
  const collect = (value: unknown): void => {
    if (texts.length >= mostTexts) return
    if (typeof value === 'string') texts.push(value)
    else if (value !== null && typeof value === 'object') {
      for (const name in value) {
        if (texts.length >= mostTexts) break
        if (!Array.isArray(value)) texts.push(name)
        collect(Reflect.get(value, name))
      }
    }
  }
  collect(body_equals)
  return texts.filter((text) => !ambiguous.test(text))
}

/** Whether a body has all these texts as they are. */
export const hasTexts = ({ body }: JournalEntry, texts: readonly string[]): boolean =>
  body !== null && texts.every((text) => body.includes(text))

/** Whether the JSON of a body may have all these texts, before it is read: letters can be spelt by their numbers. */
export const mayHave = (entry: JournalEntry, texts: readonly string[]): boolean =>
  hasTexts(entry, texts) || hasTexts(entry, ['\\u'])
