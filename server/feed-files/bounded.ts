import type { UnreadableFeed } from './unreadable-feed.ts'

/** Yields bytes as they are, and throws where there are more of them than a limit. */
export async function* bounded(
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
  tooMany: () => UnreadableFeed,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit) throw tooMany()
    yield chunk
  }
}
