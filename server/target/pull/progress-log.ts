import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { errorCode } from '#db/error-code.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { jsonOrText } from '../client/json-or-text.ts'
import type { AddedNames } from './names.ts'

/** What a seed is pulled from, and how. A run goes on only where this is the same. */
export interface PullIdentity {
  readonly target: string
  readonly ad_account: string
  readonly keep_ids: boolean
  readonly anonymize: boolean
}

/** The next page to read. */
export interface Cursor {
  readonly section: string
  /** The position of the list among those of the section. */
  readonly list: number
  /** The position among the entities that the list is read for. */
  readonly within: number
  readonly bookmark: string | null
}

/** What is noted after each page: where to go on, and what the seed has so far. */
export interface ProgressNote {
  readonly next: Cursor
  /** The size of the unfinished file. */
  readonly bytes: number
  /** The section that the file is in, and how many items it has of each. */
  readonly open: string | null
  readonly counts: Readonly<Record<string, number>>
  readonly added: AddedNames
  /** What was left out of the page, with the reason, and how often. */
  readonly left_out: readonly (readonly [string, string, number])[]
}

/** The notes of a run in a file beside the seed, a line each: whoever runs the same command again goes on from the last. */
export class ProgressLog {
  readonly #file: string
  #handle: number | undefined

  constructor(seedFile: string) {
    this.#file = `${seedFile}.progress`
  }

  /**
   * Returns the notes of an interrupted run; none where there was none.
   *
   * @throws UsageError where it pulled something else.
   */
  read(identity: PullIdentity): readonly ProgressNote[] {
    const [first, ...lines] = readLines(this.#file)
    if (first === undefined || lines.length === 0) return []
    if (first !== JSON.stringify(identity)) {
      throw new UsageError(
        `${this.#file} is of a pull with other options, ${first}. Go on with those, or delete it to begin anew.`,
      )
    }
    return lines.map((line) => {
      const note = noteOf(line)
      if (note !== undefined) return note
      throw new UsageError(`${this.#file} is damaged, or of another version. Delete it to begin anew.`)
    })
  }

  /** Begins the file, or goes on with it. What was being written when a run ended is cut off. */
  open(identity: PullIdentity, notes: readonly ProgressNote[]): void {
    this.#handle = openSync(this.#file, 'w')
    for (const line of [identity, ...notes]) this.#write(line)
  }

  /** Adds a note. */
  add(note: ProgressNote): void {
    this.#write(note)
  }

  /** Closes the file. */
  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle)
    this.#handle = undefined
  }

  /** Deletes the file, of a run that is done. */
  remove(): void {
    this.close()
    rmSync(this.#file, { force: true })
  }

  #write(line: object): void {
    if (this.#handle !== undefined) writeSync(this.#handle, `${JSON.stringify(line)}\n`)
  }
}

const Lists = z.record(z.string(), z.array(z.string()))
const Note = z.object({
  next: z.object({ section: z.string(), list: z.int(), within: z.int(), bookmark: z.string().nullable() }),
  bytes: z.int(),
  open: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
  added: z.object({ ids: Lists, marks: Lists, read: Lists }),
  left_out: z.array(z.tuple([z.string(), z.string(), z.int()])),
}) satisfies z.ZodType<ProgressNote>

/** Returns the note of a line; undefined for what is none. */
function noteOf(line: string): ProgressNote | undefined {
  const value = jsonOrText(line)
  return Note.safeParse(value).data
}

/** Returns the whole lines of a file: the last one may have been cut off. */
function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
