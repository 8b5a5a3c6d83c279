import { Readable } from 'node:stream'
import type { EventLog } from '#server/journal/event-log.ts'
import { nextTurn } from '#server/worlds/time-slices.ts'
import { type EventCursor, maxChunk } from './event-cursor.ts'
import type { PendingCalls } from './pending-calls.ts'

/** Milliseconds between two looks for pending calls. */
const looksEvery = 250

/** Options of `EventStream`. */
export interface EventStreamOptions {
  /** Seconds between signs of life. */
  readonly heartbeat: number
  readonly warnings: readonly string[]
  /** The calls that are still being answered, where the client asks for them. */
  readonly pending?: PendingCalls | undefined
}

/**
 * Server-Sent Events for one client. It has no queue: it writes what comes after its place in the log whenever the
 * client has taken what was written before, all events of a turn of the event loop at once.
 */
export class EventStream extends Readable {
  readonly #cursor: EventCursor
  readonly #unlisten: () => void
  readonly #timer: NodeJS.Timeout
  readonly #looks: NodeJS.Timeout | undefined
  #isWanted = false
  #isWriting = false

  constructor(log: EventLog, cursor: EventCursor, { heartbeat, warnings, pending }: EventStreamOptions) {
    super({ highWaterMark: maxChunk })
    this.#cursor = cursor
    this.#unlisten = log.listen(() => void this.#write())
    this.#timer = setInterval(() => this.#beat(), heartbeat * 1000).unref()
    this.#looks = pending && setInterval(() => this.#look(pending), looksEvery).unref()
    const comments = warnings.map((text) => `: warning: ${text.replaceAll(/\s+/g, ' ')}\n`)
    this.push(`${comments.join('')}retry: 1000\nid: ${cursor.id}\nevent: ready\ndata: {}\n\n`)
  }

  /** Ends the stream, since the server closes. */
  close(): void {
    if (this.readableEnded || this.destroyed) return
    this.#unlisten()
    clearInterval(this.#looks)
    this.#isWanted = false
    this.push('event: close\ndata: {"reason":"the server closes"}\n\n')
    this.push(null)
  }

  override _read(): void {
    this.#isWanted = true
    void this.#write()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#unlisten()
    clearInterval(this.#timer)
    clearInterval(this.#looks)
    done(error)
  }

  async #write(): Promise<void> {
    if (this.#isWriting) return
    this.#isWriting = true
    try {
      while (this.#isWanted && !this.destroyed) {
        await this.#cursor.seek()
        if (!this.#isWanted || this.destroyed) return
        const { text, isLast } = this.#cursor.read()
        if (text !== '') this.#isWanted = this.push(text)
        if (isLast) return
        await nextTurn()
      }
    } catch (error) {
      this.destroy(error as Error)
    } finally {
      this.#isWriting = false
    }
  }

  /** Shows that the connection lives, and until where the client knows everything. */
  #beat(): void {
    if (this.#isWanted && !this.#isWriting) this.#isWanted = this.push(`:\nid: ${this.#cursor.id}\n\n`)
  }

  /** Lists the pending calls, where the client reads and they have changed. */
  #look(pending: PendingCalls): void {
    if (!this.#isWanted || this.#isWriting) return
    const text = pending.read()
    if (text !== '') this.#isWanted = this.push(text)
  }
}
