import type { FeedCheck, FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import type { FeedFile } from './read-feed.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** How the reading of a feed ended. All are absent where it was stopped. */
export interface FeedReading {
  /** Whether the feed is known already, and no product was read. */
  readonly isKnown?: boolean
  /** The hash of what was read, where all was. */
  readonly signature?: string
  /** Why the feed could not be read, in words. */
  readonly reason?: string
}

/**
 * Reads a feed to its end, and records with a check what is wrong with the feed as a whole.
 *
 * @param take Takes the next products; returns false where no more are wanted.
 * @param isKnown Returns whether the products of the feed need not be read.
 */
export async function readThrough(
  open: () => FeedFile,
  check: FeedCheck,
  take: (records: readonly FeedRecord[]) => boolean | Promise<boolean>,
  isKnown: (file: FeedFile) => Promise<boolean> = async () => false,
): Promise<FeedReading> {
  try {
    const file = open()
    if (await isKnown(file)) return { isKnown: true }
    for await (const records of file.records) if (!(await take(records))) return {}
    for (const warning of file.warnings()) check.warn(warning)
    if (check.original === 0) throw new UnreadableFeed('FEED_TOO_SMALL', 'The feed has no products.')
    return { signature: file.signature() }
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error
    check.fail(error.issue)
    return { reason: error.message }
  }
}
