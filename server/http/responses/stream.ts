import { Readable } from 'node:stream'

/** Characters that a chunk of a streamed response has at least. */
const minChunk = 64 * 2 ** 10

/**
 * Returns a stream of a text that is generated in pieces. It is generated as fast as it is read, and never in memory as a
 * whole.
 */
export const streamOf = (pieces: AsyncIterable<string>): Readable =>
  Readable.from(chunksOf(pieces), { objectMode: false, highWaterMark: minChunk })

async function* chunksOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length < minChunk) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
