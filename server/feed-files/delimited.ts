import { Readable } from 'node:stream'
import Papa from 'papaparse'
import type { FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import type { FeedWarning } from '#server/domain/catalogs/feeds/feed-issue-names.ts'
import { type FeedHeader, headerOf } from './header.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** How a file with columns is read. */
export interface DelimitedOptions {
  readonly delimiter: '\t' | ','
  readonly required: readonly string[]
  /** Whether records have the line that they begin on. */
  readonly lines: boolean
  readonly warn: (warning: FeedWarning) => void
}

/** The most characters of a value: an unclosed quote takes in all that follows. */
const longestRecord = 2 ** 20

type Rows = readonly (readonly string[])[]

/** Yields the products of a file with columns, some at a time. Throws `UnreadableFeed`. */
export async function* delimitedRecords(
  text: AsyncIterable<string>,
  options: DelimitedOptions,
): AsyncGenerator<readonly FeedRecord[]> {
  const { required, lines, warn } = options
  let header: FeedHeader | undefined
  let line = 1
  for await (const rows of rowsOf(text, options)) {
    const records: FeedRecord[] = []
    for (const row of rows) {
      const begins = line
      if (lines) line += 1 + lineBreaksIn(row)
      if (row.length === 1 && row[0]?.trim() === '') continue
      if (header === undefined) {
        header = headerOf(row, required)
        header.warnings.forEach(warn)
      } else records.push(recordOf(header, row, lines ? begins : null))
    }
    yield records
  }
}

function recordOf({ attributes }: FeedHeader, row: readonly string[], line: number | null): FeedRecord {
  const product: Record<string, string> = {}
  for (let index = 0; index < attributes.length; index++) {
    const [name, value] = [attributes[index], row[index]]
    if (name !== undefined && value !== undefined && value !== '') product[name] = value
  }
  if (row.length <= attributes.length) return { attributes: product, line }
  return { attributes: product, line, broken: row.slice(attributes.length).join(' ').slice(0, 200) }
}

const lineBreaksIn = (row: readonly string[]): number =>
  row.reduce((count, value) => (value.includes('\n') ? count + value.split('\n').length - 1 : count), 0)

/** Yields the rows of a text, chunk by chunk: the parser rests until the rows of a chunk are taken. */
async function* rowsOf(text: AsyncIterable<string>, { delimiter }: DelimitedOptions): AsyncGenerator<Rows> {
  const state: { rows: Rows; resume: () => void; ended: boolean; error?: unknown; wake: () => void } = {
    rows: [],
    resume: () => {},
    ended: false,
    wake: () => {},
  }
  let since = 0
  // While the parser rests it would keep what is read ahead, whatever it comes to.
  let rest = Promise.withResolvers<void>()
  rest.resolve()
  const source = Readable.from(
    measured(
      text,
      (length) => (since += length),
      () => since,
      () => rest.promise,
    ),
    { highWaterMark: 1 },
  )
  Papa.parse<string[]>(
    source as unknown as NodeJS.ReadableStream & File,
    {
      delimiter,
      chunk({ data }: { data: string[][] }, parser: Papa.Parser) {
        if (data.length > 0) since = 0
        parser.pause()
        rest = Promise.withResolvers<void>()
        state.rows = data
        state.resume = () => {
          rest.resolve()
          parser.resume()
        }
        state.wake()
      },
      complete: () => {
        state.ended = true
        state.wake()
      },
      error: (error: unknown) => {
        state.error = error
        state.wake()
      },
    } as never,
  )
  try {
    for (;;) {
      if (state.rows.length === 0 && !state.ended && state.error === undefined) {
        await new Promise<void>((resolve) => {
          state.wake = resolve
          const { resume } = state
          state.resume = () => {}
          resume()
        })
      }
      if (state.error !== undefined) throw state.error
      const { rows } = state
      state.rows = []
      if (rows.length > 0) yield rows
      else if (state.ended) return
    }
  } finally {
    rest.resolve()
    source.destroy()
  }
}

/** Passes text on, and ends where too much of it came since the last row. */
async function* measured(
  text: AsyncIterable<string>,
  add: (length: number) => void,
  since: () => number,
  rested: () => Promise<void>,
): AsyncGenerator<string> {
  for await (const part of text) {
    await rested()
    add(part.length)
    if (since() > longestRecord + part.length) {
      throw new UnreadableFeed(
        'DELIMITER_ERROR',
        `A row has more than ${longestRecord} characters: a quote is not closed.`,
      )
    }
    yield part
  }
}
