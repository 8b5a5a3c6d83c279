import type { FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import type { FeedWarning } from '#server/domain/catalogs/feeds/feed-issue-names.ts'
import { type FeedHeader, headerOf } from './header.ts'
import { parsedRows } from './parsed-rows.ts'

/** How a file with columns is read. */
export interface DelimitedOptions {
  readonly delimiter: '\t' | ','
  readonly required: readonly string[]
  /** Whether records have the line that they begin on. */
  readonly lines: boolean
  readonly warn: (warning: FeedWarning) => void
}

/** How much is quoted of what cannot be read. */
const longestBroken = 200

/** Yields the products of a file with columns, some at a time. Throws `UnreadableFeed`. */
export async function* delimitedRecords(
  text: AsyncIterable<string>,
  options: DelimitedOptions,
): AsyncGenerator<readonly FeedRecord[]> {
  const { required, lines, warn } = options
  let header: FeedHeader | undefined
  let line = 1
  for await (const { values, malformed } of parsedRows(text, options.delimiter)) {
    const records: FeedRecord[] = []
    let number = 0
    for (const row of values) {
      const isMalformed = malformed.has(number++)
      const begins = line
      if (lines) line += 1 + lineBreaksIn(row)
      if (row.length === 1 && row[0]?.trim() === '') continue
      if (header === undefined) {
        header = headerOf(row, required)
        header.warnings.forEach(warn)
      } else records.push(recordOf(header, row, lines ? begins : null, isMalformed))
    }
    yield records
  }
}

function recordOf(
  { attributes }: FeedHeader,
  row: readonly string[],
  line: number | null,
  isMalformed: boolean,
): FeedRecord {
  const product: Record<string, string> = {}
  for (let index = 0; index < attributes.length; index++) {
    const [name, value] = [attributes[index], row[index]]
    if (name !== undefined && value !== undefined && value !== '') product[name] = value
  }
  if (isMalformed) return { attributes: product, line, broken: row.join(' ').slice(0, longestBroken) }
  if (row.length <= attributes.length) return { attributes: product, line }
  return { attributes: product, line, broken: row.slice(attributes.length).join(' ').slice(0, longestBroken) }
}

const lineBreaksIn = (row: readonly string[]): number =>
  row.reduce((count, value) => (value.includes('\n') ? count + value.split('\n').length - 1 : count), 0)
