import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { longestWait } from '#server/domain/faults/latency.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'

/** Up to so many characters an answer is made and sent as one text. */
const mostAtOnce = 256 * 2 ** 10
/** From so many on a piece is worth a write. */
const worthWriting = 64 * 2 ** 10

const json = 'application/json; charset=utf-8'

/**
 * Sends JSON that is made piece by piece: what is long leaves as it is made, while others have their turn, and is never
 * in memory as a whole.
 *
 * @param patience Milliseconds in which a client must have read it: as long, what it is made of stays in memory.
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
    if (text.length > mostAtOnce) {
      const rest = Readable.from(chunksOf(text, iterator, slices), { objectMode: false })
      const overdue = setTimeout(() => rest.destroy(), patience).unref()
      return reply.type(json).send(rest.once('close', () => clearTimeout(overdue)))
    }
    if (slices.areOver) await slices.next()
  }
  return reply.type(json).send(text)
}

async function* chunksOf(begun: string, pieces: Iterator<string>, slices: TimeSlices): AsyncGenerator<string> {
  let text = begun
  try {
    for (let next = pieces.next(); !next.done; next = pieces.next()) {
      text += next.value
      if (text.length >= worthWriting) {
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

/** The pieces of a list as JSON, between what stands before and after it. */
export function* listChunks<Item>(
  before: string,
  items: Iterable<Item>,
  told: (item: Item) => unknown,
  after: string,
): Generator<string> {
  yield before
  let isFirst = true
  for (const item of items) {
    yield (isFirst ? '' : ',') + JSON.stringify(told(item))
    isFirst = false
  }
  yield after
}
