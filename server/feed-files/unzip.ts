import { crc32 } from 'node:zlib'
import { UnreadableFeed } from './unreadable-feed.ts'

/** Names of the methods of compression that zip files know and that are not read. */
const methods: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
}
const readMethods: readonly number[] = [0, 8]
/** The number of the method that stands for an encryption by AES. */
const encryptedByAes = 99

/** How many bytes before a part may belong to a header that ends in it. */
const longestHeader = 4096

const unreadable = (reason: string): UnreadableFeed => new UnreadableFeed('ENCODING_ERROR', reason)

/** Yields the bytes of the one file of a zip file, beside which folders and hidden files may be. Throws `UnreadableFeed`. */
export async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Unzip, UnzipInflate } = await import('fflate')
  const parts: Uint8Array[] = []
  let name: string | undefined
  let isRead = false
  let checksum = 0
  let expected: number | undefined
  let failure: Error | undefined
  let recent = Buffer.alloc(0)
  const unzip = new Unzip((file) => {
    if (isBeside(file.name)) return
    failure ??= refusal(file, name, recent)
    if (failure !== undefined) return
    name = file.name
    file.ondata = (error, data, final) => {
      if (error !== null) failure ??= unreadable(`${file.name} of the zip file is broken: ${error.message}.`)
      else if (data.length > 0) parts.push(data)
      // fflate checks no checksums.
      checksum = crc32(data, checksum)
      isRead ||= final
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of bytes) {
    // A header may begin in the part before.
    recent = Buffer.concat([recent.subarray(-longestHeader), chunk])
    try {
      unzip.push(chunk)
    } catch (error) {
      failure ??= unreadable(`The zip file is broken: ${(error as Error).message}.`)
    }
    if (isRead && name !== undefined) expected ??= headerOf(directoryEntry, name, recent)?.readUInt32LE(16)
    yield* parts.splice(0)
    if (failure !== undefined) throw failure
  }
  if (name === undefined) throw unreadable('The zip file has no file, or is broken.')
  if (!isRead) throw unreadable(`The zip file ends within ${name}.`)
  if (expected !== undefined && expected !== checksum) {
    throw unreadable(`${name} of the zip file is broken: its checksum is another one.`)
  }
}

/** Returns why an entry of a zip file is not read; undefined where it is. */
function refusal(
  { name, compression }: { readonly name: string; readonly compression: number },
  before: string | undefined,
  recent: Buffer,
): UnreadableFeed | undefined {
  if (before !== undefined) {
    return unreadable(`The zip file has several files, ${before} and ${name}: one is allowed.`)
  }
  if (name === '[Content_Types].xml') return unreadable('The file is an Excel workbook or another document of Office.')
  if (compression === encryptedByAes || isEncrypted(name, recent)) {
    return unreadable(`${name} of the zip file is encrypted: only files without a password are read.`)
  }
  if (readMethods.includes(compression)) return undefined
  const method = methods[compression] ?? `the method ${compression}`
  return unreadable(`${name} of the zip file is compressed by ${method}: only Deflate, or no compression, is read.`)
}

/** Whether the header of an entry says that it has a password, which fflate does not tell. */
const isEncrypted = (name: string, recent: Buffer): boolean =>
  ((headerOf(localHeader, name, recent)?.readUInt16LE(localHeader.flagsAt) ?? 0) & 1) === 1

/** A header of an entry: what it begins with, and where its flags and its name are. */
interface HeaderForm {
  readonly signature: string
  readonly flagsAt: number
  readonly nameAt: number
}

const localHeader: HeaderForm = { signature: 'PK\x03\x04', flagsAt: 6, nameAt: 30 }
const directoryEntry: HeaderForm = { signature: 'PK\x01\x02', flagsAt: 8, nameAt: 46 }

/** Returns the bytes from the header of an entry on; undefined where it is not among them as a whole. */
function headerOf({ signature, flagsAt, nameAt }: HeaderForm, name: string, bytes: Buffer): Buffer | undefined {
  for (let at = bytes.indexOf(signature); at !== -1; at = bytes.indexOf(signature, at + 4)) {
    if (at + nameAt > bytes.length) return undefined
    const isUtf8 = (bytes.readUInt16LE(at + flagsAt) & 0x800) !== 0
    const written = Buffer.from(name, isUtf8 ? 'utf8' : 'latin1')
    if (bytes.subarray(at + nameAt, at + nameAt + written.length).equals(written)) return bytes.subarray(at)
  }
  return undefined
}

/** Whether an entry is no feed: a folder, or what macOS and others put beside files. */
const isBeside = (name: string): boolean => /\/$|^__MACOSX\/|(?:^|\/)\.[^/]*$/.test(name)
