import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { longestWait } from '#server/domain/faults/latency.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'

/** Characters up to which a response is sent as one text. */
const maxSingleText = 256 * 2 ** 10
/** Characters that a chunk of a longer response has at least. */
const minChunk = 64 * 2 ** 10

const json = 'application/json; charset=utf-8'

/**
 * Sends JSON that is generated in pieces. A long response is sent while it is generated, in time slices, and is never
 * in memory as a whole.
 *
 * @param patience Milliseconds within which the client has to read it; until then its source stays in memory.
 */
export async function streamJson(
  reply: FastifyReply,
  pieces: Iterable<string>,
  patience = longestWait,
): Promise<FastifyReply> {
  const iterator = pieces[Symbol.iterator]()
  const slices = new TimeSlices()
  let text = ''
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    text += next.value
    if (text.length > maxSingleText) {
      const rest = Readable.from(chunksOf(text, iterator, slices), { objectMode: false })
      const overdue = setTimeout(() => rest.destroy(), patience).unref()
      return reply.type(json).send(rest.once('close', () => clearTimeout(overdue)))
    }
    if (slices.areOver) await slices.next()
  }
  return reply.type(json).send(text)
}

async function* chunksOf(start: string, pieces: Iterator<string>, slices: TimeSlices): AsyncGenerator<string> {
  let text = start
  try {
    for (let next = pieces.next(); !next.done; next = pieces.next()) {
      text += next.value
      if (text.length >= minChunk) {
        yield text
        text = ''
      }
      if (slices.areOver) await slices.next()
    }
    if (text !== '') yield text
  } finally {
    pieces.return?.()
  }
}

/** Yields the JSON of a list with the text before and after its items. */
export function* listChunks<Item>(
  before: string,
  items: Iterable<Item>,
  toReply: (item: Item) => unknown,
  after: string,
): Generator<string> {
  yield before
  let isFirst = true
  for (const item of items) {
    yield (isFirst ? '' : ',') + JSON.stringify(toReply(item))
    isFirst = false
  }
  yield after
}
