import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeFileAtomic } from '#db/atomic-write.ts'
import { flushDirectory } from '#db/directories.ts'

/** The fewest lines after which a file is rewritten. */
const minimumLines = 100

/**
 * The file that stores times to live: all of them on the first line, then one change a line, so that the cost of a
 * change does not depend on the number of worlds. It lies beside the files of the worlds, and a change is on the disk when
 * it is made: a lost time to live would keep a world for ever, and one that came back would end another of the name.
 */
export class ExpiryFile {
  readonly #path: string
  /** Lines of the file; infinite until it is first rewritten, since the end of an existing file may be missing. */
  #lines = Number.POSITIVE_INFINITY

  constructor(path: string) {
    this.#path = path
  }

  /** Reads the seconds of each world. A missing or foreign file has none. */
  read(): Map<string, number> {
    const seconds = new Map<string, number>()
    for (const line of linesOf(this.#path)) {
      const changes: readonly (readonly [string, unknown])[] = Array.isArray(line)
        ? [[String(line[0]), line[1]]]
        : Object.entries(Object(line))
      for (const [name, ttl] of changes) {
        if (typeof ttl === 'number' && ttl > 0) seconds.set(name, ttl)
        else seconds.delete(name)
      }
    }
    return seconds
  }

  /** Stores the seconds of worlds, or their removal. `all` already holds the seconds of every world. */
  save(names: readonly string[], all: ReadonlyMap<string, { readonly ttl: number }>): void {
    // A deleted world must not come back without its time to live, or with that of the next one of its name.
    flushDirectory(dirname(this.#path))
    if (all.size === 0) {
      rmSync(this.#path, { force: true })
      flushDirectory(dirname(this.#path))
      this.#lines = Number.POSITIVE_INFINITY
    } else if (this.#lines > Math.max(minimumLines, 2 * all.size)) {
      const seconds = Object.fromEntries([...all].map(([world, { ttl }]) => [world, ttl]))
      writeFileAtomic(this.#path, `${JSON.stringify(seconds)}\n`)
      this.#lines = 1
    } else {
      const lines = names.map((name) => `${JSON.stringify([name, all.get(name)?.ttl ?? 0])}\n`)
      appendFileSync(this.#path, lines.join(''), { flush: true })
      this.#lines += lines.length
    }
  }
}

/** Parses each line as JSON and skips lines that are not. */
function linesOf(path: string): readonly unknown[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          return line === '' ? [] : [JSON.parse(line)]
        } catch {
          return []
        }
      })
  } catch {
    return []
  }
}
