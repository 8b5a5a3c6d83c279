import { connect, type Socket } from 'node:net'

/** A request as a row describes it. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** JSON text. */
  readonly body?: string
}

const headEnd = '\r\n\r\n'

/** The call as it goes over the wire, made once for thousands of sends. */
export function bytesOf({ method, path, body }: Call): Buffer {
  const head = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', 'authorization: Bearer bench']
  if (body !== undefined) head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
  return Buffer.from(head.join('\r\n') + headEnd + (body ?? ''))
}

/** One keep-alive connection. Written on a bare socket: an HTTP client costs more than the server that it measures. */
export class Connection {
  readonly #socket: Socket
  #missing = 0
  #answered: () => void = () => {}
  #failed: (reason: Error) => void = () => {}

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#read(chunk))
    socket.on('error', (error) => this.#failed(error))
    socket.on('close', () => this.#failed(new Error('the server closed the connection')))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)))
      socket.once('error', reject)
    })
  }

  /** Sends the request and waits for the last byte of its answer, which must be a 200. */
  call(request: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    if (this.#missing === 0) {
      const end = chunk.indexOf(headEnd)
      const head = chunk.toString('latin1', 0, end)
      const length = /content-length: (\d+)/i.exec(head)?.[1]
      if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
        this.#failed(new Error(chunk.toString()))
        return
      }
      this.#missing = Number(length) + end + headEnd.length
    }
    this.#missing -= chunk.length
    if (this.#missing === 0) this.#answered()
  }
}
