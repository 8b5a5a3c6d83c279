import type { Random } from '../random.ts'
import type { FuzzRequest } from '../requests.ts'

/** A request in the parts that it is sent in, so that each can be changed. */
export interface Message {
  readonly method: string
  readonly target: string
  readonly version: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** A variation of a request: the changed message, or the bytes to send. */
export type Variation = (message: Message, random: Random) => Message | Buffer

/** Returns the message that a usual client sends for a request. */
export function messageOf({ method, url, headers, payload = '' }: FuzzRequest): Message {
  const body = Buffer.from(payload)
  const sized: [string, string][] = body.length > 0 ? [['content-length', String(body.length)]] : []
  const named = { host: 'localhost', ...headers }
  return { method, target: url, version: 'HTTP/1.1', headers: [...Object.entries(named), ...sized], body }
}

/** Returns the bytes of a message; the head is encoded as Latin-1. */
export function bytesOf(message: Message | Buffer): Buffer {
  if (Buffer.isBuffer(message)) return message
  const { method, target, version, headers, body } = message
  const lines = [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}

/** Adds a header to a message. */
export const adding = (message: Message, name: string, value: string): Message => ({
  ...message,
  headers: [...message.headers, [name, value]],
})

/** Replaces all headers of that name by one. */
export const setting = (message: Message, name: string, value: string): Message =>
  adding(without(message, name), name, value)

/** Removes all headers of that name. */
export const without = (message: Message, name: string): Message => ({
  ...message,
  headers: message.headers.filter(([other]) => other !== name),
})

/** Replaces the body, and sets `content-length` accordingly. */
export const carrying = (message: Message, body: Buffer): Message =>
  setting({ ...message, body }, 'content-length', String(body.length))

/** Sends the body in chunks of random sizes, without `content-length`. */
export function chunked(message: Message, random: Random, { extension = '', trailer = '' } = {}): Message {
  const chunks: Buffer[] = []
  for (let at = 0; at < message.body.length; ) {
    const chunk = message.body.subarray(at, at + 1 + random.upTo(random.of([3, 50, 100_000])))
    chunks.push(Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`), chunk, Buffer.from('\r\n'))
    at += chunk.length
  }
  const body = Buffer.concat([...chunks, Buffer.from(`0\r\n${trailer}\r\n`)])
  return { ...setting(without(message, 'content-length'), 'transfer-encoding', 'chunked'), body }
}
