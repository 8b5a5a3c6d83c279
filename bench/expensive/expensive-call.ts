import type { MeasuredServer } from './measured-server.ts'
import type { ServerSettings } from './server-process.ts'

/** A request that was, or could be, expensive. */
export interface ExpensiveCall {
  readonly name: string
  /** The settings of its server; calls with the same settings share one. */
  readonly settings?: ServerSettings
  /** Whether it is expensive once only. */
  readonly isOnce?: boolean
  /** Prepares the server; not measured. */
  readonly before?: (server: MeasuredServer) => Promise<unknown>
  /** Cleans up afterwards; not measured. */
  readonly after?: (server: MeasuredServer) => Promise<unknown>
  /** Sends the request. */
  readonly run: (server: MeasuredServer) => Promise<unknown>
}

/** The path of the seed's ad account that has campaigns. */
export const account = '/v5/ad_accounts/549755885262'

/** Builds a JSON list as long as fits into a number of characters. */
export function listOf(characters: number, item: (index: number) => string): string {
  const items: string[] = []
  for (let index = 0, left = characters - 2; ; index++) {
    const text = item(index)
    left -= text.length + 1
    if (left < 0) return `[${items.join(',')}]`
    items.push(text)
  }
}

/** Builds an array of that many values. */
export const times = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index))

/** Repeats work, up to twenty at once. */
export async function repeat(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index += 20) {
    await Promise.all(times(Math.min(20, count - index), (step) => work(index + step)))
  }
}
