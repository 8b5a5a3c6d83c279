import { defaultWorld } from '../domain/world-name.ts'
import { MockWorld } from './mock-world.ts'
import type { FindingName } from './report.ts'
import type { Connection } from './world-handle.ts'

/** How a mock is closed. */
interface Closing {
  /** Closes the server. */
  readonly close: () => Promise<unknown>
  /** The findings with which closing throws. */
  readonly failOn: readonly FindingName[]
}

/**
 * A mock in this process. It is the default world, and creates the others. `await using` closes it at the end of the
 * block.
 *
 * @example
 * const server: Mock = await startMock({ seed: 'empty' })
 * await server.close()
 */
export class Mock extends MockWorld {
  readonly #closing: Closing
  #isClosed = false

  constructor(connection: Connection, closing: Closing) {
    super(connection, defaultWorld)
    this.#closing = closing
  }

  /**
   * Closes the server after running requests are answered; does nothing when it is closed.
   *
   * @throws ControlError with the report, after the server is closed, when the calls to any of its worlds have a finding
   * of the option `failOn`.
   * @example
   * const server = await startMock({ seed: 'empty' })
   * await server.close()
   */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    const { close, failOn } = this.#closing
    try {
      if (failOn.length > 0) await this.report({ world: 'all', fail_on: failOn, as: 'markdown' })
    } finally {
      await close()
    }
  }

  /** Closes the server. */
  override async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}
