import type { Child } from './child.ts'
import { bytesOf, type Call, Connection } from './connection.ts'
import { meter } from './processor-time.ts'

const connectionCount = 8

/**
 * Returns answers per second while every connection sends its next request as soon as it has its answer. The second is
 * one of the server's processor time: equal to wall time on an idle machine, and comparable on a busy one.
 */
export const rate = (child: Child, call: Call, milliseconds: number): Promise<number> =>
  connected(child, connectionCount, async (connections) => {
    const request = bytesOf(call)
    const used = await meter(child)
    const end = performance.now() + milliseconds
    stayAwake(end)
    const answered = await Promise.all(
      connections.map(async (connection) => {
        let count = 0
        for (; performance.now() < end; count++) await connection.call(request)
        return count
      }),
    )
    return answered.reduce((sum, count) => sum + count) / (await used())
  })

/**
 * Keeps the client's event loop busy. Between two answers of a slow server a client sleeps, and waking it counts as the
 * server's processor time: up to 15 µs of an answer, which a fast server is spared.
 */
function stayAwake(end: number): void {
  if (performance.now() < end) setImmediate(stayAwake, end)
}

/** Returns answers per second of processor time, one call after the other: of answers that take long each. */
export const rateInSequence = (child: Child, call: Call, count: number): Promise<number> =>
  connected(child, 1, async ([connection]) => {
    const request = bytesOf(call)
    const used = await meter(child)
    for (let nth = 0; nth < count; nth++) await connection?.call(request)
    return count / (await used())
  })

/**
 * Returns the average milliseconds of an answer, one call after the other.
 *
 * @param before Calls before each, not counted.
 */
export const latency = (child: Child, calls: readonly Call[], before: readonly Call[] = []): Promise<number> =>
  connected(child, 1, async ([connection]) => {
    const [requests, others] = [calls.map(bytesOf), before.map(bytesOf)]
    let milliseconds = 0
    for (const request of requests) {
      for (const other of others) await connection?.call(other)
      const begin = performance.now()
      await connection?.call(request)
      milliseconds += performance.now() - begin
    }
    return milliseconds / requests.length
  })

/** Opens new connections for each slice: servers close idle ones while others are loaded. */
async function connected(
  { port }: Child,
  count: number,
  measure: (connections: readonly Connection[]) => Promise<number>,
): Promise<number> {
  const connections = await Promise.all(Array.from({ length: count }, () => Connection.open(port)))
  try {
    return await measure(connections)
  } finally {
    for (const connection of connections) connection.close()
  }
}
