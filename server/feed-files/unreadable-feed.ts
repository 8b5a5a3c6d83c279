import type { FeedError } from '#server/domain/catalogs/feeds/feed-issue-names.ts'

/** Thrown when a feed cannot be read: the error that its result has, and the reason in words. */
export class UnreadableFeed extends Error {
  readonly issue: FeedError

  constructor(issue: FeedError, reason: string) {
    super(reason)
    this.issue = issue
  }
}

/** Returns the error for a file that cannot be opened, whatever its content. */
export const fetchError = (reason: string): UnreadableFeed => new UnreadableFeed('FETCH_ERROR', reason)
