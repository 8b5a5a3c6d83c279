import { placeOf } from '../http/validation/issue-path.ts'

/** A position in a text; both count from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** One mistake in a seed. */
export interface SeedMistake {
  /** The path of the mistake: `['campaigns', 3, 'name']`. */
  readonly path: readonly PropertyKey[]
  readonly reason: string
  /** The position in the seed's text, if it was read from one. */
  readonly place?: TextPlace | undefined
}

/** The number of mistakes that are described; more do not help a reader. */
const maxDescribed = 100

/** The mistakes of a seed: the first hundred described, the rest counted. */
export class SeedMistakes {
  readonly described: SeedMistake[]
  more: number

  constructor(mistakes: readonly SeedMistake[] = [], more = 0) {
    this.described = mistakes.slice(0, maxDescribed)
    this.more = more + mistakes.length - this.described.length
  }

  /** The number of mistakes. */
  get count(): number {
    return this.described.length + this.more
  }

  /** Adds a mistake; `describe` is called only for the first hundred. */
  add(describe: () => SeedMistake): void {
    if (this.described.length < maxDescribed) this.described.push(describe())
    else this.more++
  }

  /** Returns the same mistakes in the order in which the content has what they are about. */
  inOrderOf(content: unknown): SeedMistakes {
    const sections = Object.keys(Object(content))
    const rank = ({ path: [section, index] }: SeedMistake): readonly [number, number] => [
      sections.indexOf(String(section)),
      Number(index),
    ]
    const sorted = this.described.toSorted((one, other) => {
      const [[section, index], [otherSection, otherIndex]] = [rank(one), rank(other)]
      return section - otherSection || index - otherIndex || 0
    })
    return new SeedMistakes(sorted, this.more)
  }

  /** Adds the mistakes of a part. */
  addAll({ described, more }: SeedMistakes): void {
    for (const mistake of described) this.add(() => mistake)
    this.more += more
  }
}

/** A refused seed, with its mistakes. */
export class SeedError extends Error {
  readonly mistakes: SeedMistakes

  /** @param name The seed's name or file, if it has one. */
  constructor(mistakes: SeedMistakes | readonly SeedMistake[], name = '') {
    const all = mistakes instanceof SeedMistakes ? mistakes : new SeedMistakes(mistakes)
    super(linesOf(all, name).join('\n'))
    this.mistakes = all
  }
}

/**
 * A seed that cannot be read or is refused, by its name.
 *
 * @example
 * try {
 *   await startMock({ seed: 'seeds/spring.yaml' })
 * } catch (error) {
 *   if (error instanceof SeedFileError) console.error(error.message) // with file, line, column and path
 * }
 */
export class SeedFileError extends Error {
  constructor(name: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`The seed ${name} is refused:${cause instanceof SeedError ? '\n' : ' '}${reason}`)
  }
}

const maxLines = 20

/** Formats mistakes as lines that editors and terminals can link: `spring.yaml:12:5 campaigns[3].name: …`. */
function linesOf({ described, count }: SeedMistakes, name: string): readonly string[] {
  const lines = described.slice(0, maxLines).map(({ path, reason, place }) => {
    const position = [name, place?.line, place?.column].filter((part) => part !== undefined && part !== '').join(':')
    const where = `${position} ${placeOf(path)}`.trim()
    return where === '' ? reason : `${where}: ${reason}`
  })
  const more = count - lines.length
  return more > 0 ? [...lines, `and ${more} more`] : lines
}
