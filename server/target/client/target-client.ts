import { setTimeout as delay } from 'node:timers/promises'
import { version } from '#server/version.ts'
import { exchange } from './exchange.ts'
import { Pacing, waitAfterRefusal } from './pacing.ts'
import { TargetAnswer } from './target-answer.ts'
import { isRepeatable, type TargetCall, urlOf } from './target-call.ts'
import { TargetError } from './target-error.ts'
import { hiderOf } from './token.ts'

/** How a target is reached. */
export interface TargetClientOptions {
  /** By `targetUrl`, which refuses production. */
  readonly baseUrl: string
  /** By `readTargetToken`. */
  readonly token: string
  /** How often a call is sent at most. */
  readonly attempts?: number
  /** Milliseconds within which an answer has to come. */
  readonly timeout?: number
  /** Milliseconds after which a window of a limit is not waited for. */
  readonly longestWait?: number
  /** Waits: tests pass another. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  readonly pacing?: Pacing
  /** Called before each wait for a limit or after a failure, for progress. */
  readonly onWait?: (milliseconds: number, reason: string) => void
}

/** Calls another server with its user's token: over connections that stay open, within its limits, with retries. */
export class TargetClient {
  readonly baseUrl: string
  readonly hide: (text: string) => string
  readonly #token: string
  readonly #options: Required<Omit<TargetClientOptions, 'baseUrl' | 'token'>>
  /** How many calls were sent, those included that were repeated. */
  sent = 0
  /** How many calls were repeated without anybody knowing whether they had been carried out before. */
  repeated = 0

  constructor({ baseUrl, token, ...options }: TargetClientOptions) {
    this.baseUrl = baseUrl
    this.hide = hiderOf(token)
    this.#token = token
    this.#options = {
      attempts: 4,
      timeout: 30_000,
      longestWait: 120_000,
      pacing: new Pacing(),
      wait: async (milliseconds, signal) => void (await delay(milliseconds, undefined, { ...(signal && { signal }) })),
      onWait: () => {},
      ...options,
    }
  }

  /**
   * Sends a call and returns the answer, whatever its status: 429 after the last attempt too. Redirects are not
   * followed, since they would carry the token elsewhere.
   *
   * @throws TargetError when there is no answer, it is a redirect, a limit is not lifted in time, or the signal came.
   */
  async send(call: TargetCall): Promise<TargetAnswer> {
    const { attempts, pacing } = this.#options
    const category = call.category ?? ''
    for (let attempt = 1; ; attempt++) {
      const pause = pacing.before(category)
      if (pause > 0) await this.#wait(pause, 'the rate limit is reached', call.signal)
      const isLast = attempt >= attempts
      const backoff = 200 * 4 ** (attempt - 1)
      const outcome = await this.#attempt(call, attempt)
      if (outcome instanceof TargetAnswer) {
        pacing.note(category, outcome.headers)
        const { status, headers, text } = outcome
        if (status >= 300 && status < 400 && status !== 304) throw this.#redirect(call, status)
        if (status === 429 && !isLast) {
          await this.#wait(waitAfterRefusal(headers, text) ?? backoff, 'refused with 429', call.signal)
        } else if (status >= 500 && status <= 504 && status !== 501 && !isLast && isRepeatable(call)) {
          this.repeated++
          await this.#wait(backoff, `answered ${status}`, call.signal)
        } else return outcome
      } else {
        if (isLast || !(outcome.wasNeverSent || isRepeatable(call))) throw outcome.error
        this.repeated++
        await this.#wait(backoff, outcome.error.message, call.signal)
      }
    }
  }

  async #attempt(call: TargetCall, attempts: number): Promise<TargetAnswer | NoAnswer> {
    const { method, body, headers, signal } = call
    if (signal?.aborted) throw new TargetError('interrupted', 'Interrupted.')
    this.sent++
    try {
      const { timeout } = this.#options
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
      const response = await exchange({
        ...{ url: urlOf(this.baseUrl, call), method, body: text, timeout, signal },
        headers: {
          'user-agent': `pinterest-ads-mock/${version}`,
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
          authorization: `Bearer ${this.#token}`,
        },
      })
      return new TargetAnswer(response.status, response.headers, this.hide(response.text), attempts)
    } catch (error) {
      if (signal?.aborted) throw new TargetError('interrupted', 'Interrupted.')
      return this.#noAnswer(call, error)
    }
  }

  #noAnswer({ method, path }: TargetCall, error: unknown): NoAnswer {
    // Where a name has several addresses, each of them has an error of its own.
    const { code = '', message } = firstOf(error)
    return {
      wasNeverSent: ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code),
      error: new TargetError('unreachable', this.hide(`${method} ${this.baseUrl}${path}: ${message || code}`)),
    }
  }

  #redirect({ method, path }: TargetCall, status: number): TargetError {
    const reason = `${method} ${this.baseUrl}${path} redirects (${status}): not followed.`
    return new TargetError('redirect', this.hide(reason))
  }

  async #wait(milliseconds: number, reason: string, signal?: AbortSignal): Promise<void> {
    const { longestWait, onWait, wait } = this.#options
    if (milliseconds > longestWait) {
      const seconds = Math.ceil(milliseconds / 1000)
      const message = `The rate limit is reached; its window ends in ${seconds} seconds. Try again then.`
      throw new TargetError('limit', message)
    }
    onWait(milliseconds, reason)
    await wait(milliseconds, signal).catch(() => {
      throw new TargetError('interrupted', 'Interrupted.')
    })
  }
}

/** Returns the error of a connection, the first of several. */
const firstOf = (error: unknown): { readonly code?: string; readonly message: string } =>
  error instanceof AggregateError ? (error.errors[0] ?? error) : (error as Error)

/** An attempt that got no answer. */
interface NoAnswer {
  /** Whether no connection was made, so that nothing can have been carried out. */
  readonly wasNeverSent: boolean
  readonly error: TargetError
}
