import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** A final response as it was parsed from bytes. */
export interface ParsedResponse {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The responses on a connection, and where its bytes are no HTTP. */
export interface ParsedResponses {
  readonly answers: readonly ParsedResponse[]
  /** How many interim responses (100) there were. */
  readonly interim: number
  /** Whether the last response is complete. */
  readonly isComplete: boolean
  readonly wrong: readonly string[]
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const once = ['content-length', 'content-type', 'transfer-encoding', 'x-mock-request-id', 'x-fuzz-number']

/** Thrown where the bytes are no HTTP. */
class Malformed extends Error {}

/**
 * Parses all bytes of a connection as responses, more strictly than clients do.
 *
 * @param methodOf Gives the method of the request with that index: a response to HEAD has no body.
 */
export function parseResponses(bytes: Buffer, methodOf: (index: number) => string | undefined): ParsedResponses {
  const answers: ParsedResponse[] = []
  const wrong: string[] = []
  let interim = 0
  let rest = bytes
  try {
    while (rest.length > 0) {
      const last = answers.at(-1)
      if (last?.headers.connection?.toLowerCase() === 'close') throw new Malformed('bytes after a last answer')
      const end = rest.indexOf('\r\n\r\n')
      if (end < 0) return { answers, interim, wrong, isComplete: false }
      const { statusCode, headers } = readHead(rest.subarray(0, end).toString('latin1'))
      rest = rest.subarray(end + 4)
      if (statusCode < 200) {
        interim++
        continue
      }
      const isBare = statusCode === 204 || statusCode === 304 || methodOf(answers.length) === 'HEAD'
      const read = isBare ? { body: Buffer.alloc(0), rest } : readBody(rest, headers)
      if (read === undefined) return { answers, interim, wrong, isComplete: false }
      rest = read.rest
      answers.push({ statusCode, headers, body: decoded(read.body, headers['content-encoding']) })
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    wrong.push(`${error.message}: ${JSON.stringify(rest.subarray(0, 200).toString('latin1'))}`)
  }
  return { answers, interim, wrong, isComplete: true }
}

function readHead(head: string): { readonly statusCode: number; readonly headers: Record<string, string> } {
  const [first = '', ...lines] = head.split('\r\n')
  const status = /^HTTP\/1\.1 ([1-5]\d\d) [\t -~]*$/.exec(first)?.[1]
  if (status === undefined) throw new Malformed(`no status line: ${first.slice(0, 100)}`)
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (colon < 0 || !token.test(name)) throw new Malformed(`no header: ${line.slice(0, 100)}`)
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) throw new Malformed(`no value of a header: ${line.slice(0, 100)}`)
    if (name in headers && once.includes(name)) throw new Malformed(`twice: ${name}`)
    headers[name] = value
  }
  return { statusCode: Number(status), headers }
}

/** Returns the body and the bytes behind it; undefined when the body is incomplete. */
function readBody(bytes: Buffer, headers: Readonly<Record<string, string>>) {
  const { 'content-length': length, 'transfer-encoding': coding } = headers
  if (length !== undefined && coding !== undefined) throw new Malformed('both a length and chunks')
  if (coding !== undefined) return readChunks(bytes, coding)
  if (length === undefined) {
    if (headers.connection?.toLowerCase() !== 'close') throw new Malformed('neither a length nor an end')
    return { body: bytes, rest: Buffer.alloc(0) }
  }
  if (!/^\d+$/.test(length)) throw new Malformed(`no length: ${length}`)
  const end = Number(length)
  return bytes.length < end ? undefined : { body: bytes.subarray(0, end), rest: bytes.subarray(end) }
}

function readChunks(bytes: Buffer, coding: string) {
  if (coding !== 'chunked') throw new Malformed(`a coding: ${coding}`)
  const chunks: Buffer[] = []
  for (let rest = bytes; ; ) {
    const line = rest.indexOf('\r\n')
    if (line < 0) return undefined
    const size = rest.subarray(0, line).toString('latin1')
    if (!/^[0-9a-f]{1,8}$/i.test(size)) throw new Malformed(`no size of a chunk: ${size.slice(0, 40)}`)
    const end = line + 2 + Number.parseInt(size, 16)
    if (rest.length < end + 2) return undefined
    if (rest.subarray(end, end + 2).toString('latin1') !== '\r\n') throw new Malformed('a chunk without its end')
    chunks.push(rest.subarray(line + 2, end))
    rest = rest.subarray(end + 2)
    if (end === line + 2) return { body: Buffer.concat(chunks), rest }
  }
}

function decoded(body: Buffer, coding: string | undefined): string {
  if (coding === 'gzip') return gunzipSync(body).toString()
  if (coding === 'br') return brotliDecompressSync(body).toString()
  if (coding !== undefined) throw new Malformed(`content in ${coding}`)
  return body.toString()
}
