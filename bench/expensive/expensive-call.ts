import type { DearServer } from './measured-server.ts'
import type { DearSettings } from './server-process.ts'

/** Something that a client may ask for and that was, or could be, dear. */
export interface DearCall {
  readonly name: string
  /** The server that it is asked of: one for all that name the same. */
  readonly settings?: DearSettings
  /** Whether it costs that but once. */
  readonly isOnce?: boolean
  /** What is there before, and not counted. */
  readonly before?: (server: DearServer) => Promise<unknown>
  /** What is done after it, and not counted either. */
  readonly after?: (server: DearServer) => Promise<unknown>
  /** What is asked. */
  readonly ask: (server: DearServer) => Promise<unknown>
}

/** The ad account of the seed that has campaigns. */
export const account = '/v5/ad_accounts/549755885262'

/** A list as JSON, as long as fits into so many characters. */
export function listOf(characters: number, item: (index: number) => string): string {
  const items: string[] = []
  for (let index = 0, left = characters - 2; ; index++) {
    const text = item(index)
    left -= text.length + 1
    if (left < 0) return `[${items.join(',')}]`
    items.push(text)
  }
}

/** So many of them. */
export const times = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index))

/** Does the same again and again, a few at once. */
export async function repeat(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index += 20) {
    await Promise.all(times(Math.min(20, count - index), (step) => work(index + step)))
  }
}
