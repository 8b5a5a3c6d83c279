import { ApiError } from '../domain/errors/api-errors.ts'
import { parsedBody, RedactedCall, redactedBodyOf } from '../domain/matching/call-view.ts'
import type { JournalEntry } from '../journal/entry.ts'

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
   * Returns the parsed and redacted body of a request; undefined where it is neither JSON nor a form.
   *
   * @throws ApiError when the budget is exceeded.
   */
  of(entry: JournalEntry): unknown {
    if (this.#latest?.entry === entry) return this.#latest.body
    const isWithinBudget = this.#pay(relativeCost.parsed * (entry.body?.length ?? 0))
    this.#latest = { entry, body: isWithinBudget ? parsedBody(this.textOf(entry), entry.headers) : undefined }
    return this.#latest.body
  }

  /**
   * Returns the redacted body of a request as text; null where there is none.
   *
   * @throws ApiError when the budget is exceeded.
   */
  textOf(entry: JournalEntry): string | null {
    if (this.#latestText?.entry === entry) return this.#latestText.text
    const text = this.#pay(costOf(entry)) ? redactedBodyOf(entry) : null
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

/** A request of the journal as criteria compare it, whose bodies are read within the budget of a query. */
export class JournaledCall extends RedactedCall {
  readonly entry: JournalEntry
  readonly #bodies: Bodies

  constructor(entry: JournalEntry, bodies: Bodies) {
    super(entry)
    this.entry = entry
    this.#bodies = bodies
  }

  override get bodyText(): string | null {
    return this.#bodies.textOf(this.entry)
  }

  override get body(): unknown {
    return this.#bodies.of(this.entry)
  }
}
