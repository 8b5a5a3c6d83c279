import { Clock } from '#server/domain/time/clock.ts'

const machine = new Clock()

/** What answers say about limits. */
type Headers = Pick<globalThis.Headers, 'get'>

/** Tells how long to wait so that a target's rate limits are kept: after a refusal, and before the next call. */
export class Pacing {
  /** Milliseconds since 1970 when the exhausted window of a category ends. */
  readonly #freeAt = new Map<string, number>()
  readonly #now: () => number

  constructor(now: () => number = () => machine.milliseconds()) {
    this.#now = now
  }

  /** Notes what an answer says: whether the window of the call's category allows more calls. */
  note(category: string, headers: Headers): void {
    // A mock counts also where its limits are off, and refuses nothing then.
    if (headers.get('x-mock-api-version') !== null) return
    const reset = seconds(headers.get('x-ratelimit-reset'))
    if (headers.get('x-ratelimit-remaining') !== '0' || reset === undefined) this.#freeAt.delete(category)
    else this.#freeAt.set(category, this.#now() + reset * 1000)
  }

  /** Returns the milliseconds to wait before the next call of a category. */
  before(category: string): number {
    return Math.max(0, (this.#freeAt.get(category) ?? 0) - this.#now())
  }
}

/**
 * Returns the milliseconds that a 429 asks to wait: by `Retry-After` in seconds, by `x-ratelimit-reset`, or by the
 * message's "Retry after N seconds"; undefined when it does not say.
 */
export function waitAfterRefusal(headers: Headers, text: string): number | undefined {
  const [, inText] = /retry after (\d+(?:\.\d+)?) seconds?/i.exec(text) ?? []
  const found = seconds(headers.get('retry-after')) ?? seconds(headers.get('x-ratelimit-reset')) ?? seconds(inText)
  return found === undefined ? undefined : found * 1000
}

function seconds(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined
}
