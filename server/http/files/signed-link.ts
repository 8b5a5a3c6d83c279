import { createHmac, timingSafeEqual } from 'node:crypto'
import { isoOf } from '#server/domain/time/clock.ts'
import { pathOfWorld } from '#server/domain/world-name.ts'

/** The seconds for which a URL is valid (F63). */
export const linkLasts = 300

/** A file that URLs are signed for. */
export interface SignedFile {
  /** Its path, without a world. */
  readonly path: string
  /** What signatures are made with, so that nothing of them is stored. */
  readonly key: string
}

/** Where and when a URL is made. */
export interface LinkContext {
  /** Where the client reached the server. */
  readonly origin: string
  /** The name of the world. */
  readonly world: string
  /** Unix seconds of the world's clock. */
  readonly now: number
  /** The id of the request, by which URLs of one second differ. */
  readonly requestId: string
}

/** Returns a URL of a file that is valid from now on, of the form of those that S3 signs. */
export function signedUrl(file: SignedFile, { origin, world, now, requestId }: LinkContext): string {
  const date = isoOf(now * 1000).replaceAll(/[-:]|\.\d+/g, '')
  const parameters = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${accessKeyOf(file, requestId)}/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(linkLasts),
    'X-Amz-SignedHeaders': 'host',
  }
  const query = new URLSearchParams({ ...parameters, 'X-Amz-Signature': signatureOf(file, parameters) })
  return `${origin}${pathOfWorld(world)}${file.path}?${query}`
}

/** The query of a URL, as the server parsed it. */
export type LinkQuery = Readonly<Record<string, unknown>>

/** Tells whether the query of a URL was signed for a file. */
export function isSigned(file: SignedFile, query: LinkQuery): boolean {
  const sent = Buffer.from(textIn(query, 'X-Amz-Signature'))
  const expected = Buffer.from(signatureOf(file, query))
  return sent.length === expected.length && timingSafeEqual(sent, expected)
}

/** Returns until when the query of a URL is valid, in Unix seconds; NaN where it does not say. */
export function validUntil(query: LinkQuery): number {
  const [, year, month, day, hour, minute, second] = dateForm.exec(textIn(query, 'X-Amz-Date')) ?? []
  const from = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) / 1000
  return from + Number(textIn(query, 'X-Amz-Expires'))
}

const dateForm = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

const signed = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', 'X-Amz-SignedHeaders']

function signatureOf({ path, key }: SignedFile, query: LinkQuery): string {
  const text = [path, ...signed.map((name) => textIn(query, name))].join('\n')
  return createHmac('sha256', key).update(text).digest('hex')
}

const textIn = (query: LinkQuery, name: string): string => (typeof query[name] === 'string' ? query[name] : '')

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const keyLength = 16

/** Returns an access key as temporary credentials have them: 20 letters and digits. */
function accessKeyOf({ key }: SignedFile, requestId: string): string {
  const digest = createHmac('sha256', key).update(requestId).digest().subarray(0, keyLength)
  return `ASIA${Array.from(digest, (byte) => letters[byte % letters.length]).join('')}`
}
