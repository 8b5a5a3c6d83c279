import { hash } from '#server/domain/ids.ts'
import { isoOf } from '#server/domain/time/clock.ts'
import type { MediaRow } from './repository.ts'
import type { Media, MediaStatus, MediaUpload } from './schema.ts'

/** Returns the video as JSON text. */
export const mediaText = ({ id, media_type }: MediaRow, status: MediaStatus): string =>
  JSON.stringify({ media_id: id, media_type, status } satisfies Media)

/** An upload that a user has registered: the URL, the user and the time. */
export interface UploadPlace {
  readonly url: string
  readonly userId: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Returns the video as JSON text for the response to its registration, with the upload URL and the fields of the upload
 * form.
 */
export const mediaUploadText = ({ id, media_type }: MediaRow, place: UploadPlace): string =>
  JSON.stringify({
    media_id: id,
    media_type,
    upload_url: place.url,
    upload_parameters: parametersFor(id, place),
  } satisfies MediaUpload)

const dayLong = 86_400_000

/** Returns the form fields of the upload. Signature and token are made up: nothing verifies them. */
function parametersFor(id: string, { userId, now }: UploadPlace): MediaUpload['upload_parameters'] {
  const [first = '', second = '', third = ''] = hexOf(id, 3).match(/../g) ?? []
  const key = `uploads/${first}/${second}/${third}/3:video:${userId}:${id}`
  const date = isoOf(now).replaceAll(/[-:]|\.\d+/g, '')
  const policy = { expiration: isoOf(now + dayLong), conditions: [{ key }, ['starts-with', '$Content-Type', '']] }
  return {
    'x-amz-date': date,
    'x-amz-signature': hexOf(`${key}${date}`, 32),
    'x-amz-security-token': Buffer.from(hexOf(key, 48)).toString('base64'),
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    key,
    policy: Buffer.from(JSON.stringify(policy)).toString('base64'),
    'x-amz-credential': `ASIALOCALSTANDIN0000/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
    'Content-Type': 'multipart/form-data',
  }
}

/** Returns a number of bytes in hexadecimal, derived from a text. */
const hexOf = (text: string, bytes: number): string =>
  Array.from({ length: bytes }, (_, index) => (hash(`${index}${text}`) >>> 24).toString(16).padStart(2, '0')).join('')
