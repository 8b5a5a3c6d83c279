/** A call that was refused, or that got no answer: the API's envelope has the code and the message. */
export class CallFailure extends Error {
  override name = 'CallFailure'
  /** The status of the response; 0 where there was none. */
  readonly status: number
  readonly code: number | undefined
  readonly body: unknown

  constructor(status: number, message: string, body?: unknown) {
    super(message)
    this.status = status
    this.body = body
    const code = (body as { code?: unknown } | undefined)?.code
    this.code = typeof code === 'number' ? code : undefined
  }
}

/** Returns what went wrong, for people. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
