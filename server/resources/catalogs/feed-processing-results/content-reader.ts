import { createHash } from 'node:crypto'
import type { CatalogType } from '#server/domain/catalogs/catalog-types.ts'
import type { FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import { sampleProducts } from '#server/domain/catalogs/feeds/sample-products.ts'
import type { FeedFile } from '#server/feed-files/read-feed.ts'
import { UnreadableFeed } from '#server/feed-files/unreadable-feed.ts'
import type { FeedContent } from '../feeds/content.ts'
import type { Feed } from '../feeds/schema.ts'
import type { FeedReader } from './feed-reader.ts'

/** How many records are checked and stored before other calls are answered. */
const partSize = 100

/** Returns a reader of the content that test control has set; another reader opens all other feeds. */
export const contentReader = (otherwise: FeedReader): FeedReader => ({
  open: (feed, entity) =>
    feed.content === null ? otherwise.open(feed, entity) : contentFile(feed.content, JSON.parse(feed.content), entity),
})

function contentFile(text: string, content: FeedContent, { default_currency, catalog_type }: Feed): FeedFile {
  if ('error' in content) throw new UnreadableFeed(content.error, `Test control has set the error ${content.error}.`)
  const samples = (count: number) => sampleItems(catalog_type, sampleProducts(count, default_currency ?? undefined))
  const rows = 'rows' in content ? content.rows : samples(content.samples)
  const signature = createHash('sha256').update(text).digest('base64url')
  return { digest: async () => signature, records: partsOf(rows), signature: () => signature, warnings: () => [] }
}

/** Yields sample products as items of a type of catalog: hotels have a price of another name. */
function* sampleItems(
  type: CatalogType,
  products: Iterable<Readonly<Record<string, string>>>,
): Generator<Readonly<Record<string, string | undefined>>> {
  for (const { price, ...rest } of products) yield { ...rest, [type === 'HOTEL' ? 'base_price' : 'price']: price }
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
