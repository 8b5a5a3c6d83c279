import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { redactedSyntaxError } from '#server/config/redaction.ts'
import { UsageError } from '#server/config/usage-error.ts'

const Start = z.object({ run: z.string(), target: z.string(), ad_account: z.string(), started: z.int() })
const Made = z.object({ made: z.string(), id: z.string() })
const Away = z.object({ away: z.string(), id: z.string() })

/** The head of a journal: which run it is of. It never has a token. */
export type Start = z.output<typeof Start>

/** What a journal says of a run. */
export interface JournalContent {
  readonly start: Start
  /** The ids of what is not put away, by kind. */
  readonly left: ReadonlyMap<string, ReadonlySet<string>>
}

/** The file in which a probe notes what it made, line by line, so that it is found even after a crash. */
export class ProbeJournal {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /**
   * Begins the file.
   *
   * @throws UsageError when an earlier probe did not end, or the file cannot be written.
   */
  begin(start: Start): void {
    if (existsSync(this.path)) {
      throw new UsageError(`${this.path} is of a probe that did not end. Put away what it made first: probe clean.`)
    }
    try {
      this.#add(start)
    } catch (error) {
      throw new UsageError(`The journal cannot be written: ${error instanceof Error ? error.message : error}`)
    }
  }

  /** Notes an entity that was made. */
  made(kind: string, id: string): void {
    this.#add({ made: kind, id })
  }

  /** Notes an entity that was put away. */
  away(kind: string, id: string): void {
    this.#add({ away: kind, id })
  }

  /** Removes the file: nothing is left behind. */
  end(): void {
    rmSync(this.path, { force: true })
  }

  /**
   * Reads the file; undefined when there is none.
   *
   * @throws UsageError when it is no journal. A last line that was cut counts as absent.
   */
  read(): JournalContent | undefined {
    if (!existsSync(this.path)) return undefined
    const [first = '', ...lines] = readFileSync(this.path, 'utf8').split('\n').slice(0, -1)
    const left = new Map<string, Set<string>>()
    try {
      for (const line of lines) {
        const entry = z.union([Made, Away]).parse(JSON.parse(line))
        const kind = 'made' in entry ? entry.made : entry.away
        const ids = left.get(kind) ?? new Set()
        left.set(kind, ids)
        if ('made' in entry) ids.add(entry.id)
        else ids.delete(entry.id)
      }
      return { start: Start.parse(JSON.parse(first)), left }
    } catch (error) {
      const reason =
        error instanceof z.ZodError ? z.prettifyError(error).replaceAll(/\s*\n\s*/g, ' ') : redactedSyntaxError(error)
      throw new UsageError(`${this.path} is no journal of a probe, or of another version: ${reason}`)
    }
  }

  #add(entry: object): void {
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
  }
}
