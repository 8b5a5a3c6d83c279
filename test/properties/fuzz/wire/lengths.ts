import type { Dice } from '../dice.ts'
import { adding, chunked, type Message, setting, type Way, without } from './message.ts'

const lengths = ['-1', '+5', '0x10', '1e3', '', ' ', 'NaN', '5, 5', '5;6', '9007199254740993', '9'.repeat(400), '1 1']
const codings = ['gzip, chunked', 'chunked, identity', 'identity', 'chunked, chunked', 'xchunked', '\tchunked', '']
const sizes = ['', 'zz', '-1', '0x5', '5 5', 'ffffffffffffffff', 'f'.repeat(200), '7fffffff', '5\r5', '5;\0']

/** A body whose first chunk has that size. */
const misSized = (message: Message, dice: Dice, size: string): Message => {
  const { body, ...rest } = chunked(message, dice)
  return { ...rest, body: Buffer.from(body.toString('latin1').replace(/^[0-9a-f]+/, size), 'latin1') }
}

/** Ways of telling a body's length wrongly: by number, by chunks, by both. */
export const wrongLengths: readonly Way[] = [
  (message) => without(message, 'content-length'),
  (message, dice) => setting(message, 'content-length', String(dice.upTo(message.body.length + 1))),
  (message, dice) => setting(message, 'content-length', String(message.body.length + 1 + dice.upTo(500))),
  (message, dice) => setting(message, 'content-length', dice.of(lengths)),
  (message) => adding(message, 'content-length', String(message.body.length)),
  (message) => adding(adding(message, 'content-length', '1'), 'content-length', '2'),
  (message) => adding(message, 'content-length', String(2 ** 31)),
  (message, dice) => setting(chunked(message, dice), 'content-length', String(dice.upTo(40))),
  (message, dice) => setting(message, 'transfer-encoding', dice.of(codings)),
  (message, dice) => setting(chunked(message, dice), 'transfer-encoding', dice.of(codings)),
  (message, dice) => adding(chunked(message, dice), 'transfer-encoding', 'chunked'),
  (message, dice) => misSized(message, dice, dice.of(sizes)),
  (message, dice) => chunked(message, dice, { extension: `;${'x'.repeat(20_000)}` }),
  (message, dice) => chunked(message, dice, { trailer: 'no colon\r\n' }),
  (message, dice) => chunked(message, dice, { trailer: `x: ${'y'.repeat(20_000)}\r\n` }),
  (message, dice) => {
    const { body, ...rest } = chunked(message, dice)
    return { ...rest, body: body.subarray(0, -dice.of([1, 2, 4, 5])) }
  },
]
