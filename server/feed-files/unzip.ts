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
    yield* parts.splice(0)
    if (failure !== undefined) throw failure
  }
  if (name === undefined) throw unreadable('The zip file has no file, or is broken.')
  if (!isRead) throw unreadable(`The zip file ends within ${name}.`)
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
function isEncrypted(name: string, recent: Buffer): boolean {
  for (let at = recent.indexOf('PK\x03\x04'); at !== -1; at = recent.indexOf('PK\x03\x04', at + 4)) {
    if (at + 30 > recent.length) return false
    const flags = recent.readUInt16LE(at + 6)
    const bytes = Buffer.from(name, (flags & 0x800) === 0 ? 'latin1' : 'utf8')
    if (recent.subarray(at + 30, at + 30 + bytes.length).equals(bytes)) return (flags & 1) === 1
  }
  return false
}

/** Whether an entry is no feed: a folder, or what macOS and others put beside files. */
const isBeside = (name: string): boolean => /\/$|^__MACOSX\/|(?:^|\/)\.[^/]*$/.test(name)
