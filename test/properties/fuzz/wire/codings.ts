import { deflateSync, gzipSync } from 'node:zlib'
import { adding, carrying, chunked, type Message, setting, type Variation } from './message.ts'

/** The body with letters in it that need more than seven bits. */
const accented = ({ body }: Message): string => body.toString().replace(/"([^"]*)"\s*([,}\]])/, '"$1 \u00e9\u00fc"$2')

const types = [
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
  'application/json;charset="utf-8',
  'application/json; charset=\xff',
  'application/json;;;',
  'APPLICATION/JSON; CHARSET=UTF-8',
  'text/plain',
  'text/json, application/json',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/x-www-form-urlencoded; charset=utf-7',
  '/',
  '',
]

/** Ways of writing a body as other bytes than its content type says. */
export const wrongCodings: readonly Variation[] = [
  (message) => carrying(message, Buffer.from(accented(message), 'latin1')),
  (message, random) => chunked({ ...message, body: Buffer.from(accented(message), 'latin1') }, random),
  (message) => carrying(message, Buffer.from(accented(message), 'utf16le')),
  (message) => carrying(message, Buffer.from(accented(message), 'utf16le').swap16()),
  (message) => carrying(message, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), message.body])),
  (message) => carrying(message, Buffer.from(message.body.toString('base64'))),
  (message) => adding(carrying(message, gzipSync(message.body)), 'content-encoding', 'gzip'),
  (message) => adding(carrying(message, deflateSync(message.body)), 'content-encoding', 'deflate'),
  (message) => carrying(message, gzipSync(message.body)),
  (message, random) => setting(message, 'content-encoding', random.of(['gzip', 'br', 'identity', 'gzip, gzip', ''])),
  (message, random) => setting(message, 'content-type', random.of(types)),
  (message) => carrying(message, Buffer.concat([message.body, Buffer.from([0])])),
  (message) => carrying(message, Buffer.alloc(2 ** 20 + 1, ' ')),
  (message, random) => chunked({ ...message, body: Buffer.alloc(2 ** 20 + 1, '[') }, random),
]
