import { ApiError } from '../domain/errors/api-errors.ts'
import type { BodyMatch } from '../domain/matching/body-match.ts'
import { stepsOf } from '../domain/matching/json-path.ts'
import { redactionMark } from '../domain/redaction/redactor.ts'
import { parsedOrUndefined } from '../http/validation/request-warnings.ts'
import type { JournalEntry } from '../journal/entry.ts'
import { requestBodyOf } from './request-view.ts'

/** Default budget of one query, in characters of redacted plain bodies: a tenth of a second. */
const defaultBudget = 12 * 2 ** 20

/**
 * Cost relative to a plain body: of redacting one that may have credentials, of one that is URL-encoded too, and of
 * parsing.
 */
const relativeCost = { suspected: 3, encoded: 12, parsed: 2 } as const

/** Options of `Bodies`. */
export interface BodiesOptions {
  /** The budget, in characters of plain bodies; 12 Mi when absent. */
  readonly budget?: number
  /** Whether bodies beyond the budget count as absent, instead of an error. */
  readonly isLenient?: boolean
}

/** The redacted bodies of requests for the duration of one query, within a budget. Caches the latest one. */
export class Bodies {
  readonly #isLenient: boolean
  #left: number
  #latest: { readonly entry: JournalEntry; readonly body: unknown } | undefined
  #latestText: { readonly entry: JournalEntry; readonly text: string } | undefined

  constructor({ budget = defaultBudget, isLenient = false }: BodiesOptions = {}) {
    this.#left = budget
    this.#isLenient = isLenient
  }

  /**
   * Returns the parsed and redacted body of a request; undefined where it is not JSON.
   *
   * @throws ApiError when the budget is exceeded.
   */
  of(entry: JournalEntry): unknown {
    if (this.#latest?.entry === entry) return this.#latest.body
    const isWithinBudget = this.#pay(relativeCost.parsed * (entry.body?.length ?? 0))
    this.#latest = { entry, body: isWithinBudget ? parsedOrUndefined(this.textOf(entry)) : undefined }
    return this.#latest.body
  }

  /**
   * Returns the redacted body of a request as text; null where there is none.
   *
   * @throws ApiError when the budget is exceeded.
   */
  textOf(entry: JournalEntry): string | null {
    if (this.#latestText?.entry === entry) return this.#latestText.text
    const text = this.#pay(costOf(entry)) ? requestBodyOf(entry) : null
    if (text !== null) this.#latestText = { entry, text }
    return text
  }

  /** Subtracts a cost from the budget, and returns whether it sufficed. */
  #pay(cost: number): boolean {
    this.#left -= cost
    if (this.#left < 0 && !this.#isLenient) throw new ApiError('control.search')
    return this.#left >= 0
  }
}

/** Returns the cost of redacting a body. */
function costOf({ body, redactor }: JournalEntry): number {
  if (body === null) return 0
  if (!redactor.suspects(body)) return body.length
  return body.length * (body.includes('%') ? relativeCost.encoded : relativeCost.suspected)
}

/** Characters that JSON can write in several ways, and the sign that replaces credentials. */
const ambiguous = /[\p{Cc}"\\/…]/u

const maxTexts = 20

/** Returns texts that occur in every body that matches. */
export function textsOf({ body_path = '', body_equals }: BodyMatch): readonly string[] {
  const texts = stepsOf(body_path).filter((step) => !/^(\*|\d+)$/.test(step))
  const collect = (value: unknown): void => {
    if (texts.length >= maxTexts) return
    if (typeof value === 'string') texts.push(value)
    else if (value !== null && typeof value === 'object') {
      for (const name in value) {
        if (texts.length >= maxTexts) break
        if (!Array.isArray(value)) texts.push(name)
        collect(Reflect.get(value, name))
      }
    }
  }
  collect(body_equals)
  return texts.filter((text) => !ambiguous.test(text))
}

/** Returns whether a body contains all of the texts literally. */
export const hasTexts = ({ body }: JournalEntry, texts: readonly string[]): boolean =>
  body !== null && texts.every((text) => body.includes(text))

/**
 * Returns a cheap test of whether a redacted body may contain a text. Redacting replaces credentials by a sign and its
 * quotes and decodes encoded parts; all other characters stay.
 */
export function mayContainText(text: string): (entry: JournalEntry) => boolean {
  const parts = text.split(redactionMark).map((part) => part.replace(/^[\\"']+|[\\"']+$/g, ''))
  const texts = [...new Set(parts)].slice(0, maxTexts)
  return (entry) => hasTexts(entry, texts) || hasTexts(entry, ['\\u00']) || hasTexts(entry, ['%'])
}

/**
 * Returns whether the JSON of a body may contain all of the texts, before it is parsed: characters can be escaped by
 * number.
 */
export const mayContainTexts = (entry: JournalEntry, texts: readonly string[]): boolean =>
  hasTexts(entry, texts) || hasTexts(entry, ['\\u'])
