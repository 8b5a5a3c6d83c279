import { jsonOrText } from './json-or-text.ts'

/** The answer of a target. The token is blacked out of its text. */
export class TargetAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** How often the call was sent until this answer came. */
  readonly attempts: number
  #body: unknown

  constructor(status: number, headers: Headers, text: string, attempts: number) {
    this.status = status
    this.headers = headers
    this.text = text
    this.attempts = attempts
  }

  /** The body: parsed where it is JSON, undefined where it is empty, otherwise its text. */
  get body(): unknown {
    this.#body ??= jsonOrText(this.text)
    return this.#body
  }
}
