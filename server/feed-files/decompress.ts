import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { bounded } from './bounded.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** How many bytes a file may have once it is decompressed. */
const mostBytes = 4 * 2 ** 30

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

/** Yields the bytes of a file, decompressed where they begin as gzip or zip do; of a zip, those of its first visible file. */
export async function* decompressed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const [head, whole] = await peeked(bytes)
  if (startsWith(head, 0x1f, 0x8b)) yield* withinLimit(gunzipped(whole))
  else if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) yield* withinLimit(unzipped(whole))
  else yield* whole
}

/** Returns the first bytes, four unless there are fewer, and all of them again. */
async function peeked(bytes: AsyncIterable<Uint8Array>): Promise<readonly [Uint8Array, AsyncIterable<Uint8Array>]> {
  const rest = bytes[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < 4) {
    const { done, value } = await rest.next()
    if (done === true) break
    head = head.length === 0 ? value : Buffer.concat([head, value])
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  return [head, again()]
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false })
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip)
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error
    throw new UnreadableFeed('ENCODING_ERROR', 'The gzip file is broken.')
  } finally {
    source.destroy()
  }
}

async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Unzip, UnzipInflate } = await import('fflate')
  const parts: Uint8Array[] = []
  let state: 'waiting' | 'reading' | 'read' = 'waiting'
  let failure: Error | null = null
  const unzip = new Unzip((file) => {
    if (state !== 'waiting' || isBeside(file.name)) return
    state = 'reading'
    file.ondata = (error, data, final) => {
      failure ??= error
      if (data !== undefined && data !== null) parts.push(data)
      if (final) state = 'read'
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const chunk of bytes) {
    try {
      unzip.push(chunk)
    } catch (error) {
      failure ??= error as Error
    }
    if (failure !== null) throw broken()
    yield* parts.splice(0)
    if (isRead(state)) return
  }
  throw broken()
}

/** Whether a zip's entry is no feed: a folder, or what macOS and others put beside files. */
const isBeside = (name: string): boolean => /\/$|^__MACOSX\/|(?:^|\/)\.[^/]*$/.test(name)

const isRead = (state: 'waiting' | 'reading' | 'read'): boolean => state === 'read'

const broken = (): UnreadableFeed => new UnreadableFeed('ENCODING_ERROR', 'The zip file is broken, or has no file.')

const withinLimit = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  bounded(
    bytes,
    mostBytes,
    () => new UnreadableFeed('ENCODING_ERROR', `The file unpacks to more than ${mostBytes} bytes.`),
  )
