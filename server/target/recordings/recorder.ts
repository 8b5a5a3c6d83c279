import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '#server/config/usage-error.ts'
import { isoOf, machineMilliseconds } from '#server/domain/time/clock.ts'
import { jsonOrText } from '../client/json-or-text.ts'
import type { TargetAnswer } from '../client/target-answer.ts'
import { blackedOut, fileNameOf, type Recording, recordedRequest, recordingFormat } from './recording.ts'

/** A call whose answer is kept. */
export interface KeptCall {
  /** The id of its operation; null where it has none. */
  readonly operation: string | null
  readonly method: string
  readonly path: string
  readonly query: string
  /** The body as text; null without one. */
  readonly body: string | null
}

/** The most files of a folder, and the most bytes of each. */
export interface RecordingBounds {
  readonly files: number
  readonly bytes: number
}

/** The bounds of the folders that this server keeps. */
export const recordingBounds: RecordingBounds = { files: 10_000, bytes: 2 ** 20 }

/** The options of a recorder. */
export interface RecorderOptions {
  /** Removes the token of the other server from a text. */
  readonly hide: (text: string) => string
  readonly bounds?: RecordingBounds
}

/** Keeps the answers of another server as files, one for each call that differs from others. */
export class Recorder {
  readonly #folder: string
  readonly #hide: (text: string) => string
  readonly #names: Set<string>
  readonly #bounds: RecordingBounds
  /** How many answers were not kept: too large, one file too many, or a disk that refused them. */
  left = 0

  private constructor(folder: string, names: readonly string[], { hide, bounds = recordingBounds }: RecorderOptions) {
    this.#folder = folder
    this.#hide = hide
    this.#names = new Set(names)
    this.#bounds = bounds
  }

  /**
   * Opens a folder, which is made where there is none.
   *
   * @throws UsageError where files cannot be written there.
   */
  static async open(folder: string, options: RecorderOptions): Promise<Recorder> {
    try {
      await mkdir(folder, { recursive: true })
      const names = await readdir(folder)
      const probe = join(folder, `.${process.pid}.new`)
      await writeFile(probe, '')
      await rm(probe)
      return new Recorder(
        folder,
        names.filter((name) => name.endsWith('.json')),
        options,
      )
    } catch (error) {
      throw new UsageError(`--record cannot be written: ${error instanceof Error ? error.message : error}`)
    }
  }

  /** Keeps an answer. What there is no room for is counted, and nothing is ever thrown. */
  async keep(call: KeptCall, answer: TargetAnswer): Promise<void> {
    const { method, path, query, operation } = call
    const request = recordedRequest({ method, path, query, body: jsonOrText(call.body) })
    const recording: Recording = {
      format: recordingFormat,
      version: 1,
      recorded: isoOf(machineMilliseconds()),
      operation,
      request,
      response: {
        status: answer.status,
        headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
        body: answer.body === undefined ? null : blackedOut(answer.body),
      },
    }
    const name = fileNameOf(request, operation)
    const text = this.#hide(`${JSON.stringify(recording, undefined, 2)}\n`)
    const isFull = !this.#names.has(name) && this.#names.size >= this.#bounds.files
    if (isFull || Buffer.byteLength(text) > this.#bounds.bytes || !(await this.#write(name, text))) this.left++
    else this.#names.add(name)
  }

  /** Writes a file that is there as a whole or not at all; false where the disk refuses it. */
  async #write(name: string, text: string): Promise<boolean> {
    const temporary = join(this.#folder, `.${name}.${process.pid}.new`)
    try {
      await writeFile(temporary, text, { mode: 0o600 })
      await rename(temporary, join(this.#folder, name))
      return true
    } catch {
      await rm(temporary, { force: true }).catch(() => {})
      return false
    }
  }
}
