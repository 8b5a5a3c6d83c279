import { createHash } from 'node:crypto'
import type { FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import { sampleProducts } from '#server/domain/catalogs/feeds/sample-products.ts'
import type { FeedFile } from '#server/feed-files/read-feed.ts'
import { UnreadableFeed } from '#server/feed-files/unreadable-feed.ts'
import type { FeedContent } from '../feeds/content.ts'
import type { FeedReader } from './feed-reader.ts'

/** How many records are checked and stored before other calls are answered. */
const partSize = 100

/** Returns a reader of the content that test control has set; another reader opens all other feeds. */
export const contentReader = (otherwise: FeedReader): FeedReader => ({
  open: (feed, entity) =>
    feed.content === null
      ? otherwise.open(feed, entity)
      : contentFile(feed.content, JSON.parse(feed.content), entity.default_currency ?? undefined),
})

function contentFile(text: string, content: FeedContent, currency: string | undefined): FeedFile {
  if ('error' in content) throw new UnreadableFeed(content.error, `Test control has set the error ${content.error}.`)
  const rows = 'rows' in content ? content.rows : sampleProducts(content.samples, currency)
  const signature = createHash('sha256').update(text).digest('base64url')
  return { digest: async () => signature, records: partsOf(rows), signature: () => signature, warnings: () => [] }
}

function* partsOf(rows: Iterable<Readonly<Record<string, unknown>>>): Generator<readonly FeedRecord[]> {
  let part: FeedRecord[] = []
  for (const attributes of rows) {
    part.push({ attributes, line: null })
    if (part.length < partSize) continue
    yield part
    part = []
  }
  yield part
}
