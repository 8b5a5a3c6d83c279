import { ApiError } from '../domain/errors/api-errors.ts'
import type { BodyMatch } from '../domain/matching/body-match.ts'
import { stepsOf } from '../domain/matching/json-path.ts'
import { redactionMark } from '../domain/redaction/redactor.ts'
import { parsed } from '../http/validation/request-warnings.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { requestBodyOf } from './request-view.ts'

/** What one question may cost, in letters of a plain body that are told: a tenth of a second. */
const mostRead = 12 * 2 ** 20

/** How many times the work of a plain body it is to take credentials out of one that may have some, and to read JSON. */
const timesPlain = { suspected: 3, encoded: 12, parsed: 2 } as const

/** How many bodies are read. */
export interface BodiesOptions {
  /** What that costs, in letters of plain bodies; 12 Mi when absent. */
  readonly most?: number
  /** Whether those that are too many are taken for none, and the question is not refused. */
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
   * @throws ApiError when too many have been read.
   */
  of(entry: JournalEntry): unknown {
    if (this.#latest?.entry === entry) return this.#latest.body
    const isRead = this.#pay(timesPlain.parsed * (entry.body?.length ?? 0))
    this.#latest = { entry, body: isRead ? parsed(this.textOf(entry)) : undefined }
    return this.#latest.body
  }

  /**
   * The body of a request as text, without credentials; null where there is none.
   *
   * @throws ApiError when too many have been told.
   */
  textOf(entry: JournalEntry): string | null {
    if (this.#latestText?.entry === entry) return this.#latestText.text
    const text = this.#pay(costOf(entry)) ? requestBodyOf(entry) : null
    if (text !== null) this.#latestText = { entry, text }
    return text
  }

  /** Whether there is enough left. */
  #pay(cost: number): boolean {
    this.#left -= cost
    if (this.#left < 0 && !this.#isLenient) throw new ApiError('control.search')
    return this.#left >= 0
  }
}

/** What it costs to tell a body. */
function costOf({ body, redactor: blackout }: JournalEntry): number {
  if (body === null) return 0
  if (!blackout.suspects(body)) return body.length
  return body.length * (body.includes('%') ? timesPlain.encoded : timesPlain.suspected)
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

/**
 * Makes the test of whether a body as it is told may have a text. What is told has the letters of the body and, in place
 * of credentials, a sign and its quotes; only what is encoded is told otherwise.
 */
export function mayContainText(text: string): (entry: JournalEntry) => boolean {
  const parts = text.split(redactionMark).map((part) => part.replace(/^[\\"']+|[\\"']+$/g, ''))
  const texts = [...new Set(parts)].slice(0, mostTexts)
  return (entry) => hasTexts(entry, texts) || hasTexts(entry, ['\\u00']) || hasTexts(entry, ['%'])
}

/** Whether the JSON of a body may have all these texts, before it is read: letters can be spelt by their numbers. */
export const mayContainTexts = (entry: JournalEntry, texts: readonly string[]): boolean =>
  hasTexts(entry, texts) || hasTexts(entry, ['\\u'])
