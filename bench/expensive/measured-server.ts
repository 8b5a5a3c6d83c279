import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { watch } from '../child.ts'
import type { ServerSettings, Usage } from './server-process.ts'

/** One request to a measured server. */
export interface MeasuredRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** An answer, with the bytes sent and received for it. */
export interface MeasuredAnswer {
  readonly status: number
  readonly text: string
  readonly bytes: number
}

/** The cost of work on a server. */
export interface Cost {
  /** Milliseconds of processor time. */
  readonly processor: number
  /** The longest time in milliseconds for which the event loop was blocked. */
  readonly held: number
  /** Bytes sent and received. */
  readonly bytes: number
}

/** The milliseconds of processor time, and of blocking the event loop, that a request may take. */
export const mostMilliseconds = 200
/** The milliseconds of processor time that it may take in addition for each MiB sent or received. */
export const perMegabyte = 150

/** Returns a cost as a share of the budget; more than 1 is too much. */
export const shareOfBudget = ({ processor, held, bytes }: Cost): number =>
  Math.max(processor / (mostMilliseconds + (perMegabyte * bytes) / 2 ** 20), held / mostMilliseconds)

/** The milliseconds of processor time that an idle server uses within thirty. */
const mostIdle = 4

/** A server in a process of its own, which reports its usage. */
export class MeasuredServer {
  readonly port: number
  readonly #process: ChildProcess
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 200 })
  #bytes = 0

  private constructor(child: ChildProcess, port: number) {
    this.#process = child
    this.port = port
  }

  static async start(settings: ServerSettings = {}): Promise<MeasuredServer> {
    const file = fileURLToPath(new URL('server-process.ts', import.meta.url))
    const child = fork(file, [JSON.stringify(settings)], { execArgv: ['--expose-gc'] })
    watch(child)
    const [port] = await once(child, 'message')
    return new MeasuredServer(child, port)
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    const gone = once(this.#process, 'exit')
    this.#process.disconnect()
    await gone
  }

  /** Measures how many times slower than usual the machine is now. */
  calibrate(): Promise<number> {
    return this.#request('calibrate')
  }

  /** Returns the bytes in use after a garbage collection. */
  async memory(): Promise<number> {
    return (await this.#request<Usage>('collect')).memory
  }

  /** Measures the cost of work on an otherwise idle server. */
  async costOf(work: () => Promise<unknown>): Promise<Cost> {
    await this.#idle()
    return this.roughCostOf(work)
  }

  /** Measures the cost of work, including what earlier requests and their garbage still cause. */
  async roughCostOf(work: () => Promise<unknown>): Promise<Cost> {
    const before = await this.#request<Usage>('usage')
    this.#bytes = 0
    await work()
    // A timer of the server measures blocking.
    await setTimeout(7)
    const { processor, held } = await this.#request<Usage>('usage')
    return { processor: processor - before.processor, held, bytes: this.#bytes }
  }

  /** Waits until the server is idle. */
  async #idle(): Promise<void> {
    let before = await this.#request<Usage>('collect')
    for (;;) {
      await setTimeout(30)
      const now = await this.#request<Usage>('usage')
      if (now.processor - before.processor < mostIdle) return
      before = now
    }
  }

  /** Sends a request, and reads its answer to the end. */
  async call({ method, path, headers = {}, body }: MeasuredRequest): Promise<MeasuredAnswer> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = request({
      host: '127.0.0.1',
      port: this.port,
      method,
      path,
      agent: this.#agent,
      headers: {
        authorization: 'Bearer dear',
        ...json,
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        ...headers,
      },
    })
    // A server may answer before it has read the whole body, and close the connection that the rest is written to.
    sent.on('error', () => {})
    sent.end(body)
    const [answer] = await once(sent, 'response')
    const chunks: Buffer[] = await answer.toArray()
    const received = Buffer.concat(chunks)
    const bytes = path.length + Buffer.byteLength(body ?? '') + received.length
    this.#bytes += bytes
    return { status: answer.statusCode, text: received.toString(), bytes }
  }

  /** Sends a JSON request, and returns the answer as JSON; throws on anything but 200. */
  async json(method: string, path: string, value?: unknown): Promise<unknown> {
    const body = value === undefined ? undefined : JSON.stringify(value)
    const { status, text } = await this.call({ method, path, ...(body !== undefined && { body }) })
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }

  /** Counts bytes that were sent without `call`. */
  sent(bytes: number): void {
    this.#bytes += bytes
  }

  async #request<Answer>(question: string): Promise<Answer> {
    const answered = once(this.#process, 'message')
    this.#process.send(question)
    return (await answered)[0]
  }
}
