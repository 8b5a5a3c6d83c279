import { mix } from '#server/domain/delivery/hash.ts'

/** Bytes of the two parts of a token. */
const headBytes = 16
const tailBytes = 170
/** The first byte of what comes after the first part, as in tokens of the real service. */
const version = 0x80

const form = /^[A-Za-z0-9+/]{22}==[A-Za-z0-9_-]{227}=$/

/**
 * Returns the token of the nth report (F61): 24 characters of base64, then 228 of URL-safe base64, all of which end with
 * `=`. It is the same on every run, so no secret.
 */
export function tokenOf(sequence: number): string {
  const head = bytesOf(sequence, headBytes)
  head.writeUInt32BE((sequence ^ 0x5bd1e995) >>> 0)
  const tail = bytesOf(~sequence, tailBytes)
  tail.writeUInt8(version)
  return head.toString('base64') + tail.toString('base64').replaceAll('+', '-').replaceAll('/', '_')
}

/** Tells whether a text has the form of a token. */
export const isToken = (text: string): boolean => form.test(text)

const bytesOf = (seed: number, length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => mix(seed, index) >>> 24))
