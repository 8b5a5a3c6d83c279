import { createReadStream } from 'node:fs'
import { errorCode } from '#db/error-code.ts'
import { FeedCheck } from '#server/domain/catalogs/feeds/feed-check.ts'
import { type FeedOutcome, outcomeOf } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { IssueSamples, type SampledItem } from '#server/domain/catalogs/feeds/issue-samples.ts'
import type { ProductDefaults } from '#server/domain/catalogs/validation/check-product.ts'
import { type FeedFileOptions, readFeed, requiredColumns } from './read-feed.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** How many items are listed for each error and warning. */
const samplesOfEach = 1_000

/** What the processing of a file would find. */
export interface CheckedFile {
  readonly outcome: FeedOutcome
  /** The items with errors or warnings, in the order of the file. */
  readonly items: readonly SampledItem[]
}

/** Reads a file as the feed of a server would be, and returns what its processing would find. Stores nothing. */
export async function checkFile(
  path: string,
  format: FeedFileOptions['format'],
  defaults: ProductDefaults,
): Promise<CheckedFile> {
  const check = new FeedCheck(defaults, new IssueSamples(samplesOfEach))
  const required = requiredColumns(defaults.availability !== undefined)
  const { records, warnings } = readFeed(async () => bytesOf(path), { format, required, lines: true })
  const reason = await reasonOf(async () => {
    for await (const part of records) for (const record of part) check.add(record)
    for (const warning of warnings()) check.warn(warning)
    if (check.original === 0) throw new UnreadableFeed('FEED_TOO_SMALL', 'The feed has no products.')
  }, check)
  return { outcome: outcomeOf(check, 0, reason), items: check.samples.items }
}

async function reasonOf(read: () => Promise<void>, check: FeedCheck): Promise<string | undefined> {
  try {
    await read()
    return undefined
  } catch (error) {
    if (!(error instanceof UnreadableFeed)) throw error
    check.fail(error.issue)
    return error.message
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path)
  } catch (error) {
    throw new UnreadableFeed('FETCH_ERROR', `The file cannot be read: ${errorCode(error) ?? String(error)}.`)
  }
}
