import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { writeFileAtomic } from '#db/atomic-write.ts'

/** Lines that a file has at least before it is written anew. */
const fewLines = 100

/**
 * Where times to live are kept: all of them on the first line, and what has changed since on a line each, so that a
 * change costs the same however many there are.
 */
export class ExpiryFile {
  readonly #path: string
  /** Lines that it has; it is written whole first, since the end of what is there may be missing. */
  #lines = Number.POSITIVE_INFINITY

  constructor(path: string) {
    this.#path = path
  }

  /** What it has; none when it is not there, or is not one of these. */
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

  /** Keeps the seconds of a world, or that it has none any more; `all` has those of every world by now. */
  keep(name: string, all: ReadonlyMap<string, { readonly ttl: number }>): void {
    if (all.size === 0) {
      rmSync(this.#path, { force: true })
      this.#lines = Number.POSITIVE_INFINITY
    } else if (this.#lines > Math.max(fewLines, 2 * all.size)) {
      const seconds = Object.fromEntries([...all].map(([world, { ttl }]) => [world, ttl]))
      writeFileAtomic(this.#path, `${JSON.stringify(seconds)}\n`)
      this.#lines = 1
    } else {
      appendFileSync(this.#path, `${JSON.stringify([name, all.get(name)?.ttl ?? 0])}\n`)
      this.#lines++
    }
  }
}

/** The values of a file's lines, but for one that is none. */
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
