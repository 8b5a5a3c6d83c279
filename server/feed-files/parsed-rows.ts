import { Readable } from 'node:stream'
import Papa from 'papaparse'
import { UnreadableFeed } from './unreadable-feed.ts'

/** The most characters of a value: an unclosed quote takes in all that follows. */
const longestRecord = 2 ** 20

/** Rows that were read together. */
export interface Rows {
  readonly values: readonly (readonly string[])[]
  /** The numbers of those with a quote that is not closed before the next delimiter: they may have rows within them. */
  readonly malformed: ReadonlySet<number>
}

const none: Rows = { values: [], malformed: new Set() }

/**
 * Yields the rows of a text, chunk by chunk: the parser rests until the rows of a chunk are taken.
 *
 * @throws UnreadableFeed
 */
export async function* parsedRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<Rows> {
  const state: { rows: Rows; resume: () => void; ended: boolean; error?: unknown; wake: () => void } = {
    rows: none,
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
      chunk({ data, errors }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        if (data.length > 0) since = 0
        parser.pause()
        rest = Promise.withResolvers<void>()
        state.rows = { values: data, malformed: malformedOf(errors) }
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
      if (state.rows.values.length === 0 && !state.ended && state.error === undefined) {
        await new Promise<void>((resolve) => {
          state.wake = resolve
          const { resume } = state
          state.resume = () => {}
          resume()
        })
      }
      if (state.error !== undefined) throw state.error
      const { rows } = state
      state.rows = none
      if (rows.values.length > 0) yield rows
      else if (state.ended) return
    }
  } finally {
    rest.resolve()
    source.destroy()
  }
}

const malformedOf = (errors: readonly Papa.ParseError[]): ReadonlySet<number> =>
  errors.length === 0
    ? none.malformed
    : new Set(errors.flatMap(({ type, row = -1 }) => (type === 'Quotes' ? [row] : [])))

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
