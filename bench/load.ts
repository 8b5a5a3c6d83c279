import type { Child } from './child.ts'
import { bytesOf, type Call, Connection } from './connection.ts'
import { meter } from './processor-time.ts'

const connectionCount = 8

/** Keep-alive connections to one server, kept open while another one is loaded. */
export class Load {
  readonly #child: Child
  readonly #connections: readonly Connection[]

  private constructor(child: Child, connections: readonly Connection[]) {
    this.#child = child
    this.#connections = connections
  }

  static async on(child: Child, count = connectionCount): Promise<Load> {
    return new Load(child, await Promise.all(Array.from({ length: count }, () => Connection.open(child.port))))
  }

  /**
   * Answers per second when every connection sends its next request as soon as it has its answer. A second of the
   * server's processor time: by the clock it is the same on an idle machine, and on a busy one nothing can be compared.
   */
  async rate(call: Call, milliseconds: number): Promise<number> {
    const request = bytesOf(call)
    const used = await meter(this.#child)
    const end = performance.now() + milliseconds
    const answered = await Promise.all(
      this.#connections.map(async (connection) => {
        let count = 0
        for (; performance.now() < end; count++) await connection.call(request)
        return count
      }),
    )
    return answered.reduce((sum, count) => sum + count) / (await used())
  }

  /** Milliseconds that an answer takes on average, one call after the other. */
  async latency(calls: readonly Call[]): Promise<number> {
    const [connection] = this.#connections
    const requests = calls.map(bytesOf)
    const begin = performance.now()
    for (const request of requests) await connection?.call(request)
    return (performance.now() - begin) / requests.length
  }

  close(): void {
    for (const connection of this.#connections) connection.close()
  }
}
