import type { ServerResponse } from 'node:http'

/** Waits of one server, which all end when it closes. */
export class Waits {
  readonly #ends = new Set<() => void>()
  #isOver = false

  /** Resolves after so many milliseconds, or at once when the client has gone or the server closes. */
  wait(milliseconds: number, answer: ServerResponse): Promise<void> {
    if (milliseconds <= 0 || answer.destroyed || this.#isOver) return Promise.resolve()
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        answer.off('close', end)
        this.#ends.delete(end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      answer.once('close', end)
      this.#ends.add(end)
    })
  }

  /** Ends all waits, and those to come. */
  end(): void {
    this.#isOver = true
    for (const end of this.#ends) end()
  }
}
