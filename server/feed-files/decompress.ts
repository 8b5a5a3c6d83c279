import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { bounded } from './bounded.ts'
import { type FileForm, formOf, headSize } from './file-forms.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** How many bytes a file may have once it is decompressed. */
const mostBytes = 4 * 2 ** 30

const allowed = 'only plain text is read, or the one file of a gzip or zip file'

/** Yields the bytes of a file, decompressed where they begin as gzip or zip do, whatever the name is. Throws `UnreadableFeed`. */
export const decompressed = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  byForm(bytes, async (form, whole) => {
    if (form === 'plain') return whole
    if (typeof form === 'object') throw unreadable(`The file is ${form.unread}: ${allowed}.`)
    const content = form === 'gzip' ? gunzipped(whole) : (await import('./unzip.ts')).unzipped(whole)
    return plainIn(form, withinLimit(content))
  })

/** Yields what was decompressed, which must not be compressed once more, or be an archive. */
const plainIn = (outer: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  byForm(bytes, async (form, whole) => {
    if (form === 'plain') return whole
    const inner = typeof form === 'object' ? form.unread : `a ${form} file`
    throw unreadable(`The file in the ${outer} file is ${inner} itself: ${allowed}.`)
  })

/** Yields bytes as a reader of their form returns them. */
async function* byForm(
  bytes: AsyncIterable<Uint8Array>,
  read: (form: FileForm, whole: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>,
): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]()
  try {
    const head = await headOf(source)
    yield* await read(formOf(head), joined(head, source))
  } finally {
    // Where the form is refused, nobody has read the source to its end.
    await source.return?.()
  }
}

/** Returns the first bytes, as many as tell a form unless there are fewer. */
async function headOf(source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < headSize) {
    const { done, value } = await source.next()
    if (done === true) break
    head = head.length === 0 ? value : Buffer.concat([head, value])
  }
  return head
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  yield* { [Symbol.asyncIterator]: () => rest }
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false })
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip)
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error
    throw unreadable(`The gzip file is broken: ${(error as Error).message}.`)
  } finally {
    source.destroy()
  }
}

const unreadable = (reason: string): UnreadableFeed => new UnreadableFeed('ENCODING_ERROR', reason)

const withinLimit = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  bounded(bytes, mostBytes, () => unreadable(`The file unpacks to more than ${mostBytes} bytes.`))
