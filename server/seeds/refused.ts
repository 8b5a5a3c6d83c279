/** A place in a text, both counted from 1. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** One thing that is wrong with a seed. */
export interface SeedMistake {
  /** Where, as code would reach it: `['campaigns', 3, 'name']`. */
  readonly path: readonly PropertyKey[]
  readonly reason: string
  /** Where in its text, when it came as one. */
  readonly place?: TextPlace | undefined
}

/** A seed that is refused, with everything that is wrong with it, as far as that could be told. */
export class SeedRefused extends Error {
  readonly mistakes: readonly SeedMistake[]

  /** @param name Where the seed came from, if it has a name. */
  constructor(mistakes: readonly SeedMistake[], name = '') {
    super(linesOf(mistakes, name).join('\n'))
    this.mistakes = mistakes
  }
}

/** A seed that cannot be read, or that is refused, by its name. */
export class SeedFileRefused extends Error {
  constructor(name: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`The seed ${name} is refused:${cause instanceof SeedRefused ? '\n' : ' '}${reason}`)
  }
}

const mostLines = 20

/** Mistakes as lines that editors and terminals can follow: `spring.yaml:12:5 campaigns[3].name: …`. */
function linesOf(mistakes: readonly SeedMistake[], name: string): readonly string[] {
  const lines = mistakes.slice(0, mostLines).map(({ path, reason, place }) => {
    const standing = [name, place?.line, place?.column].filter((part) => part !== undefined && part !== '').join(':')
    const where = `${standing} ${pathText(path)}`.trim()
    return where === '' ? reason : `${where}: ${reason}`
  })
  const more = mistakes.length - lines.length
  return more > 0 ? [...lines, `and ${more} more`] : lines
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
