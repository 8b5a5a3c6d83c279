import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { watch } from '../child.ts'
import type { DearSettings, Usage } from './server-process.ts'

/** One request to a server that is measured. */
export interface DearRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** An answer, and how many bytes were sent for it and received. */
export interface DearAnswer {
  readonly status: number
  readonly text: string
  readonly bytes: number
}

/** What something has cost a server. */
export interface Cost {
  /** Milliseconds of processor time. */
  readonly processor: number
  /** Milliseconds for which the event loop was held at the most. */
  readonly held: number
  /** Bytes that were sent and received. */
  readonly bytes: number
}

/** Milliseconds of processor time that a request may cost, and for which it may hold the loop. */
export const mostMilliseconds = 200
/** Milliseconds of processor time that it may cost beyond that for each MiB that it sends or receives. */
export const perMegabyte = 150

/** The share of what is allowed that something has cost: more than one is too much. */
export const shareOf = ({ processor, held, bytes }: Cost): number =>
  Math.max(processor / (mostMilliseconds + (perMegabyte * bytes) / 2 ** 20), held / mostMilliseconds)

/** Milliseconds of processor time that a server uses within thirty when it has nothing to do. */
const mostIdle = 4

/** A server in a process of its own, which tells what it uses. */
export class DearServer {
  readonly port: number
  readonly #process: ChildProcess
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 200 })
  #bytes = 0

  private constructor(child: ChildProcess, port: number) {
    this.#process = child
    this.port = port
  }

  static async start(settings: DearSettings = {}): Promise<DearServer> {
    const file = fileURLToPath(new URL('server-process.ts', import.meta.url))
    const child = fork(file, [JSON.stringify(settings)], { execArgv: ['--expose-gc'] })
    watch(child)
    const [port] = await once(child, 'message')
    return new DearServer(child, port)
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    const gone = once(this.#process, 'exit')
    this.#process.disconnect()
    await gone
  }

  /** How many times slower than usual the machine is now. */
  calibrate(): Promise<number> {
    return this.#ask('calibrate')
  }

  /** What is in use, in bytes, when nothing is kept that nobody needs. */
  async memory(): Promise<number> {
    return (await this.#ask<Usage>('collect')).memory
  }

  /** Does the work, and tells what that has cost the server, which has nothing else to do. */
  async costOf(work: () => Promise<unknown>): Promise<Cost> {
    await this.#rested()
    return this.roughCostOf(work)
  }

  /** The same with what the server does for those before, and with the garbage that these have left. */
  async roughCostOf(work: () => Promise<unknown>): Promise<Cost> {
    const before = await this.#ask<Usage>('usage')
    this.#bytes = 0
    await work()
    // What is held is told by a timer of the server's.
    await setTimeout(7)
    const { processor, held } = await this.#ask<Usage>('usage')
    return { processor: processor - before.processor, held, bytes: this.#bytes }
  }

  /** Waits until the server has nothing to do. */
  async #rested(): Promise<void> {
    let before = await this.#ask<Usage>('collect')
    for (;;) {
      await setTimeout(30)
      const now = await this.#ask<Usage>('usage')
      if (now.processor - before.processor < mostIdle) return
      before = now
    }
  }

  /** Sends a request, and reads its answer to the end. */
  async call({ method, path, headers = {}, body }: DearRequest): Promise<DearAnswer> {
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
    sent.end(body)
    const [answer] = await once(sent, 'response')
    const chunks: Buffer[] = await answer.toArray()
    const received = Buffer.concat(chunks)
    const bytes = path.length + Buffer.byteLength(body ?? '') + received.length
    this.#bytes += bytes
    return { status: answer.statusCode, text: received.toString(), bytes }
  }

  /** The same as JSON, which must be a success. */
  async json(method: string, path: string, value?: unknown): Promise<unknown> {
    const body = value === undefined ? undefined : JSON.stringify(value)
    const { status, text } = await this.call({ method, path, ...(body !== undefined && { body }) })
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }

  /** Counts bytes that were sent past `call`. */
  sent(bytes: number): void {
    this.#bytes += bytes
  }

  async #ask<Answer>(question: string): Promise<Answer> {
    const answered = once(this.#process, 'message')
    this.#process.send(question)
    return (await answered)[0]
  }
}
