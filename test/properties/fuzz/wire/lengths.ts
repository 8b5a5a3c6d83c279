import type { Random } from '../random.ts'
import { adding, chunked, type Message, setting, type Variation, without } from './message.ts'

const lengths = ['-1', '+5', '0x10', '1e3', '', ' ', 'NaN', '5, 5', '5;6', '9007199254740993', '9'.repeat(400), '1 1']
const codings = ['gzip, chunked', 'chunked, identity', 'identity', 'chunked, chunked', 'xchunked', '\tchunked', '']
const sizes = ['', 'zz', '-1', '0x5', '5 5', 'ffffffffffffffff', 'f'.repeat(200), '7fffffff', '5\r5', '5;\0']

/** A body whose first chunk has that size. */
const misSized = (message: Message, random: Random, size: string): Message => {
  const { body, ...rest } = chunked(message, random)
  return { ...rest, body: Buffer.from(body.toString('latin1').replace(/^[0-9a-f]+/, size), 'latin1') }
}

/** Ways of telling a body's length wrongly: by number, by chunks, by both. */
export const wrongLengths: readonly Variation[] = [
  (message) => without(message, 'content-length'),
  (message, random) => setting(message, 'content-length', String(random.upTo(message.body.length + 1))),
  (message, random) => setting(message, 'content-length', String(message.body.length + 1 + random.upTo(500))),
  (message, random) => setting(message, 'content-length', random.of(lengths)),
  (message) => adding(message, 'content-length', String(message.body.length)),
  (message) => adding(adding(message, 'content-length', '1'), 'content-length', '2'),
  (message) => adding(message, 'content-length', String(2 ** 31)),
  (message, random) => setting(chunked(message, random), 'content-length', String(random.upTo(40))),
  (message, random) => setting(message, 'transfer-encoding', random.of(codings)),
  (message, random) => setting(chunked(message, random), 'transfer-encoding', random.of(codings)),
  (message, random) => adding(chunked(message, random), 'transfer-encoding', 'chunked'),
  (message, random) => misSized(message, random, random.of(sizes)),
  (message, random) => chunked(message, random, { extension: `;${'x'.repeat(20_000)}` }),
  (message, random) => chunked(message, random, { trailer: 'no colon\r\n' }),
  (message, random) => chunked(message, random, { trailer: `x: ${'y'.repeat(20_000)}\r\n` }),
  (message, random) => {
    const { body, ...rest } = chunked(message, random)
    return { ...rest, body: body.subarray(0, -random.of([1, 2, 4, 5])) }
  },
]
