import { adding, bytesOf, chunked, type Message, setting, type Variation } from './message.ts'

/** Node's own bound is 16 KiB; what is near it is not judged. */
const longestHead = 15_000

/** Whether a server has to answer it as it is: nothing in its first line or its length is for HTTP to refuse. */
export function isWhole(message: Message): boolean {
  const head = bytesOf(message).length - message.body.length
  return /^\/[!-~]*$/.test(message.target) && head < longestHead
}

const capitals = (message: Message): Message => ({
  ...message,
  headers: message.headers.map(([name, value]) => [name.toUpperCase(), value]),
})

/** Ways that HTTP/1.1 allows and few clients take: each request is to be answered once, and the next one after it. */
export const unusual: readonly Variation[] = [
  (message) => message,
  (message, random) => chunked(message, random),
  (message, random) => chunked(message, random, { extension: ';name="a;b"' }),
  (message, random) => chunked(message, random, { trailer: 'x-trailer: 1\r\nx-other: 2\r\n' }),
  (message) => ({ ...message, target: `http://localhost:7468${message.target}` }),
  (message) => Buffer.concat([Buffer.from('\r\n'), bytesOf(message)]),
  (message) => capitals(message),
  (message) => adding(message, 'x-note', ''),
  (message) => adding(message, 'x-note', '\t caf\xe9 \xff\t'),
  (message) => adding(message, 'x'.repeat(2000), 'y'),
  (message) => ({ ...message, headers: [...message.headers, ...Array(100).fill(['x-many', 'one'])] }),
  (message) => setting(message, 'expect', '100-continue'),
  (message) => adding(adding(message, 'connection', 'upgrade'), 'upgrade', 'websocket'),
  (message) => adding(adding(message, 'connection', 'upgrade, http2-settings'), 'upgrade', 'h2c'),
  (message) => adding(message, 'te', 'trailers, gzip;q=0.5'),
  (message) => adding(message, 'connection', 'close'),
  (message) => ({ ...message, version: 'HTTP/1.0' }),
]
