import { createReadStream } from 'node:fs'
import { errorCode } from '#db/error-code.ts'
import { FeedCheck } from '#server/domain/catalogs/feeds/feed-check.ts'
import { type FeedOutcome, outcomeOf } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { IssueSamples, type SampledItem } from '#server/domain/catalogs/feeds/issue-samples.ts'
import type { ProductDefaults } from '#server/domain/catalogs/validation/check-product.ts'
import { type FeedFileOptions, readFeed, requiredColumns } from './read-feed.ts'
import { readThrough } from './read-through.ts'
import { fetchError } from './unreadable-feed.ts'

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
  const { catalogType = 'RETAIL', availability } = defaults
  const required = requiredColumns(catalogType, availability !== undefined)
  const { reason } = await readThrough(
    () => readFeed(async () => bytesOf(path), { format, required, lines: true }),
    check,
    (records) => {
      for (const record of records) check.add(record)
      return true
    },
  )
  return { outcome: outcomeOf(check, 0, reason), items: check.samples.items }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path)
  } catch (error) {
    throw fetchError(`The file cannot be read: ${errorCode(error) ?? String(error)}.`)
  }
}
