import type { ServerResponse } from 'node:http'

/** The delays of one server. They all end when it closes. */
export class Delays {
  readonly #ends = new Set<() => void>()
  #isOver = false

  /** Resolves after a number of milliseconds, or at once when the client disconnects or the server closes. */
  wait(milliseconds: number, response: ServerResponse): Promise<void> {
    if (milliseconds <= 0 || response.destroyed || this.#isOver) return Promise.resolve()
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        response.off('close', end)
        this.#ends.delete(end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      response.once('close', end)
      this.#ends.add(end)
    })
  }

  /** Ends all pending delays and every later one at once. */
  end(): void {
    this.#isOver = true
    for (const end of this.#ends) end()
  }
}
