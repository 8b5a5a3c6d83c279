import type { FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import type { FeedError, FeedWarning } from '#server/domain/catalogs/feeds/feed-issue-names.ts'
import type { FeedRow } from '../feeds/repository.ts'
import type { Feed } from '../feeds/schema.ts'

/** Thrown when a feed cannot be read: the error that its result has, and the reason in words. */
export class UnreadableFeed extends Error {
  readonly issue: FeedError

  constructor(issue: FeedError, reason: string) {
    super(reason)
    this.issue = issue
  }
}

/** The content of a feed while it is read. */
export interface FeedFile {
  /** Its products, some at a time. Throws `UnreadableFeed`. */
  readonly records: AsyncIterable<readonly FeedRecord[]> | Iterable<readonly FeedRecord[]>
  /** Returns the hash of what was read, once all is. */
  readonly signature: () => string
  /** Returns warnings about the file as a whole, once all is read. */
  readonly warnings?: () => readonly FeedWarning[]
}

/** Opens the content of feeds. */
export interface FeedReader {
  open(feed: FeedRow, entity: Feed): FeedFile
}
