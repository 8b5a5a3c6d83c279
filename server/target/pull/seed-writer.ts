import { closeSync, ftruncateSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import type { SeedItem } from '#server/seeds/schema.ts'

/** Where a seed's file stands. */
export interface WrittenSeed {
  readonly bytes: number
  readonly open: string | null
  readonly counts: Readonly<Record<string, number>>
}

const nothing: WrittenSeed = { bytes: 0, open: null, counts: {} }

/** Whether the unfinished file of a seed has so many bytes, so that a run can go on. */
export const hasWritten = (file: string, bytes: number): boolean =>
  bytes === 0 || (statSync(`${file}.part`, { throwIfNoEntry: false })?.size ?? 0) >= bytes

/** Writes a seed item by item beside its file, which it becomes when it is whole. */
export class SeedWriter {
  readonly #file: string
  readonly #handle: number
  readonly #counts: Record<string, number>
  #isOpen = true
  #bytes: number
  #open: string | null

  /** @param written Where an interrupted run stood. */
  constructor(file: string, written: WrittenSeed = nothing) {
    this.#file = file
    this.#handle = openSync(`${file}.part`, written.bytes === 0 ? 'w' : 'r+')
    ftruncateSync(this.#handle, written.bytes)
    this.#bytes = written.bytes
    this.#open = written.open
    this.#counts = { ...written.counts }
  }

  /** Returns where the file stands. */
  get written(): WrittenSeed {
    return { bytes: this.#bytes, open: this.#open, counts: { ...this.#counts } }
  }

  /** Adds items to a section: all of one section follow one another. */
  add(section: string, items: readonly SeedItem[]): void {
    if (items.length === 0) return
    const lines = items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')
    if (this.#open === section) this.#write(`,\n${lines}`)
    else {
      this.#write(`${this.#open === null ? '{' : '\n  ],'}\n  "${section}": [\n${lines}`)
      this.#open = section
    }
    this.#counts[section] = (this.#counts[section] ?? 0) + items.length
  }

  /** Ends the seed, and puts it in its place. */
  finish(): void {
    this.#write(this.#open === null ? '{}\n' : '\n  ]\n}\n')
    this.close()
    renameSync(`${this.#file}.part`, this.#file)
  }

  /** Removes the unfinished file. */
  remove(): void {
    rmSync(`${this.#file}.part`, { force: true })
  }

  /** Closes the unfinished file. */
  close(): void {
    if (this.#isOpen) closeSync(this.#handle)
    this.#isOpen = false
  }

  #write(text: string): void {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at, bytes.length - at, this.#bytes + at)
    this.#bytes += bytes.length
  }
}
