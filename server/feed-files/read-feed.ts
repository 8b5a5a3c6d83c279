import { createHash } from 'node:crypto'
import type { FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import type { FeedWarning } from '#server/domain/catalogs/feeds/feed-issue-names.ts'
import { decompressed } from './decompress.ts'
import { RepeatedBytes } from './repeated-bytes.ts'
import { textOf } from './text.ts'

/** How the file of a feed is read. */
export interface FeedFileOptions {
  readonly format: 'TSV' | 'CSV' | 'XML'
  /** The attributes that must have a column. */
  readonly required: readonly string[]
  /** Whether records have the line that they begin on; they cost more with it. */
  readonly lines?: boolean
}

/** The content of a feed while it is read. */
export interface FeedFile {
  /** Returns the hash of all that it has, which is read for it alone. Throws `UnreadableFeed`. */
  readonly digest: () => Promise<string>
  /** Its products, some at a time. Throws `UnreadableFeed`. */
  readonly records: AsyncIterable<readonly FeedRecord[]> | Iterable<readonly FeedRecord[]>
  /** Returns the hash of what products were read from, once all are. */
  readonly signature: () => string
  /** Returns warnings about the file as a whole, once all is read. */
  readonly warnings: () => readonly FeedWarning[]
}

/** Reads the file of a feed: compressed or not, with columns or as XML. No more of it is in memory than is being read. */
export function readFeed(bytes: () => Promise<AsyncIterable<Uint8Array>>, options: FeedFileOptions): FeedFile {
  const { format, required, lines = false } = options
  const file = new RepeatedBytes(bytes)
  const hash = createHash('sha256')
  const warnings: FeedWarning[] = []
  async function* records(): AsyncGenerator<readonly FeedRecord[]> {
    const text = textOf(decompressed(hashed(file.read(), hash)))
    if (format === 'XML') yield* (await import('./xml.ts')).xmlRecords(text, lines)
    else {
      const { delimitedRecords } = await import('./delimited.ts')
      const delimiter = format === 'TSV' ? '\t' : ','
      yield* delimitedRecords(text, { delimiter, required, lines, warn: (warning) => warnings.push(warning) })
    }
  }
  return {
    digest: () => file.digest(),
    records: records(),
    signature: () => hash.digest('base64url'),
    warnings: () => warnings,
  }
}

/** The most bytes that are read into products at once: a larger part would keep other calls waiting. */
const partSize = 2 ** 14

/** Yields bytes in small parts, and has them hashed. */
async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: { update(chunk: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let begin = 0; begin < chunk.length; begin += partSize) {
      const part = chunk.subarray(begin, begin + partSize)
      hash.update(part)
      yield part
    }
  }
}

const ofProducts = ['id', 'title', 'description', 'link', 'image_link', 'price'] as const

/**
 * Returns the attributes that must have a column in a feed of a type of catalog: those of hotels and creative assets have
 * several names, and are demanded of each row.
 */
export const requiredColumns = (catalogType: string, hasAvailability: boolean): readonly string[] =>
  catalogType === 'RETAIL' ? [...ofProducts, ...(hasAvailability ? [] : ['availability'])] : []
