/** How many of the first bytes of a file tell its form. */
export const headSize = 262

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

const textAt = (bytes: Uint8Array, begin: number, end: number): string =>
  Buffer.from(bytes.subarray(begin, end)).toString('latin1')

/** The forms that begin with a number of their own, and are not read. */
const unread: readonly (readonly [magic: readonly number[], form: string])[] = [
  [[0x50, 0x4b, 0x07, 0x08], 'a part of a zip file that is split'],
  [[0x42, 0x5a, 0x68], 'a bzip2 file'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard file'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'an xz file'],
  [[0x5d, 0x00, 0x00], 'an LZMA file'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7z file'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'a RAR file'],
  [[0x1f, 0x9d], 'a file of compress (.Z)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an Excel workbook of old'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
]

/** How a file is compressed: `zip` and `gzip` are read, and of any other form it is said what it is. */
export type FileForm = 'zip' | 'gzip' | 'plain' | { readonly unread: string }

/** Returns the form of a file by its first bytes, whatever its name is. */
export function formOf(head: Uint8Array): FileForm {
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip'
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (textAt(head, 257, 262) === 'ustar') return { unread: 'a tar archive' }
  const form = unread.find(([magic]) => startsWith(head, magic))?.[1]
  return form === undefined ? 'plain' : { unread: form }
}
