import { connect, type Socket } from 'node:net'

/** A request of a row. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** JSON text. */
  readonly body?: string
}

const headEnd = '\r\n\r\n'
const answerTimeout = 60_000
const closed = 'the server closed the connection'
const lastChunk = '0\r\n\r\n'

/** Serializes a call once for thousands of sends. */
export function bytesOf({ method, path, body }: Call): Buffer {
  const head = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', 'authorization: Bearer bench']
  if (body !== undefined) head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
  return Buffer.from(head.join('\r\n') + headEnd + (body ?? ''))
}

/** One keep-alive connection on a bare socket: an HTTP client costs more than the server it measures. */
export class Connection {
  readonly #socket: Socket
  #missing = 0
  /** The end of an incomplete chunked answer; undefined without one. */
  #chunkedEnd: string | undefined
  #answered: () => void = () => {}
  #failed: (reason: Error) => void = () => {}

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.setTimeout(answerTimeout, () => socket.destroy(new Error(`no answer within ${answerTimeout} ms`)))
    socket.on('data', (chunk) => this.#read(chunk))
    socket.on('error', (error) => this.#failed(error))
    socket.on('close', () => this.#failed(new Error(closed)))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)))
      socket.once('error', reject)
    })
  }

  /** Sends a request and waits for the last byte of its answer, which must be a success. */
  call(request: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) throw new Error(closed)
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(data: Buffer): void {
    if (this.#chunkedEnd !== undefined) this.#readChunk(data)
    else if (this.#missing === 0) this.#begin(data)
    else this.#missing -= data.length
    if (this.#missing === 0 && this.#chunkedEnd === undefined) this.#answered()
  }

  #begin(data: Buffer): void {
    const end = data.indexOf(headEnd)
    const head = data.toString('latin1', 0, end)
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    if (!/^HTTP\/1.1 20[01]/.test(head)) this.#failed(new Error(data.toString()))
    else if (length !== undefined) this.#missing = Number(length) + end + headEnd.length - data.length
    else this.#readChunk(data)
  }

  /** The text of JSON contains no line ends like those of the last chunk. */
  #readChunk(data: Buffer): void {
    const ended = (this.#chunkedEnd ?? '') + data.toString('latin1', Math.max(0, data.length - lastChunk.length))
    this.#chunkedEnd = ended.endsWith(lastChunk) ? undefined : ended.slice(-lastChunk.length)
  }
}
