import type { Dice } from '../dice.ts'
import type { FuzzRequest } from '../requests.ts'

/** A request as it is put on the wire, part by part, so that each can be told wrongly. */
export interface Message {
  readonly method: string
  readonly target: string
  readonly version: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** One way of putting a request on the wire. */
export type Way = (message: Message, dice: Dice) => Message | Buffer

/** The request as clients send it. */
export function messageOf({ method, url, headers, payload = '' }: FuzzRequest): Message {
  const body = Buffer.from(payload)
  const sized: [string, string][] = body.length > 0 ? [['content-length', String(body.length)]] : []
  const named = { host: 'localhost', ...headers }
  return { method, target: url, version: 'HTTP/1.1', headers: [...Object.entries(named), ...sized], body }
}

/** Its bytes; each letter of the head is one. */
export function bytesOf(message: Message | Buffer): Buffer {
  if (Buffer.isBuffer(message)) return message
  const { method, target, version, headers, body } = message
  const lines = [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}

/** The message with one more header. */
export const adding = (message: Message, name: string, value: string): Message => ({
  ...message,
  headers: [...message.headers, [name, value]],
})

/** The message with that header in place of those of its name. */
export const setting = (message: Message, name: string, value: string): Message =>
  adding(without(message, name), name, value)

/** The message without the headers of that name. */
export const without = (message: Message, name: string): Message => ({
  ...message,
  headers: message.headers.filter(([other]) => other !== name),
})

/** The message with this for its body, whatever its length. */
export const carrying = (message: Message, body: Buffer): Message =>
  setting({ ...message, body }, 'content-length', String(body.length))

/** The message with its body in chunks of any size, which is told by those alone. */
export function chunked(message: Message, dice: Dice, { extension = '', trailer = '' } = {}): Message {
  const chunks: Buffer[] = []
  for (let at = 0; at < message.body.length; ) {
    const chunk = message.body.subarray(at, at + 1 + dice.upTo(dice.of([3, 50, 100_000])))
    chunks.push(Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`), chunk, Buffer.from('\r\n'))
    at += chunk.length
  }
  const body = Buffer.concat([...chunks, Buffer.from(`0\r\n${trailer}\r\n`)])
  return { ...setting(without(message, 'content-length'), 'transfer-encoding', 'chunked'), body }
}
