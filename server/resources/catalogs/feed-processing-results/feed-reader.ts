import type { FeedFile } from '#server/feed-files/read-feed.ts'
import type { FeedRow } from '../feeds/repository.ts'
import type { Feed } from '../feeds/schema.ts'

/** Opens the content of feeds. */
export interface FeedReader {
  open(feed: FeedRow, entity: Feed): FeedFile
}
