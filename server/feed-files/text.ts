import { UnreadableFeed } from './unreadable-feed.ts'

const allowed = 'UTF-8 is read, and UTF-16 with a byte order mark'

/** The encoding that an XML file says it has. */
const declaration = /^\s*<\?xml[^>]*encoding=["']([\w.-]+)/

/** Yields bytes as text: UTF-8, or UTF-16 where they begin with its mark. Throws `UnreadableFeed` for anything else. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let read = 0
  let named: string | undefined
  try {
    for await (const chunk of bytes) {
      if (decoder === undefined) {
        decoder = new TextDecoder(encodingOf(chunk), { fatal: true })
        named = declaration.exec(Buffer.from(chunk.subarray(0, 200)).toString('latin1'))?.[1]
      }
      const text = decoder.decode(chunk, { stream: true })
      read += chunk.length
      if (text !== '') yield text
    }
    const rest = decoder?.decode() ?? ''
    if (rest !== '') yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const encoding = (decoder?.encoding ?? 'utf-8').toUpperCase()
    const other = named === undefined ? 'It may be Latin-1 or Windows-1252' : `Its XML declaration says ${named}`
    throw unreadable(`The file is no valid ${encoding} after its first ${read} bytes. ${other}: ${allowed}.`)
  }
}

function encodingOf(head: Uint8Array): string {
  const [first, second, third, fourth] = head
  const isLittle = first === 0xff && second === 0xfe
  if (isLittle && third === 0 && fourth === 0) throw unreadable(`The file is UTF-32: ${allowed}.`)
  if (isLittle) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff)
    throw unreadable(`The file is UTF-32: ${allowed}.`)
  if (head.subarray(0, 4).includes(0))
    throw unreadable(`The file begins with bytes that no text has, or is UTF-16 without a mark: ${allowed}.`)
  return 'utf-8'
}

const unreadable = (reason: string): UnreadableFeed => new UnreadableFeed('ENCODING_ERROR', reason)
