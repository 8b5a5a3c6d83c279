import { placeOf } from '../http/validation/messages.ts'

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

/** How many mistakes are described: who has more looks at the first of them. */
const mostDescribed = 100

/** What is wrong with a seed: the first hundred in words, and how many more there are. */
export class SeedMistakes {
  readonly told: SeedMistake[]
  more: number

  constructor(told: readonly SeedMistake[] = [], more = 0) {
    this.told = told.slice(0, mostDescribed)
    this.more = more + told.length - this.told.length
  }

  /** How many there are. */
  get count(): number {
    return this.told.length + this.more
  }

  /** Adds one, which is described where it is told. */
  add(describe: () => SeedMistake): void {
    if (this.told.length < mostDescribed) this.told.push(describe())
    else this.more++
  }

  /** Adds those of a part. */
  addAll({ told, more }: SeedMistakes): void {
    for (const mistake of told) this.add(() => mistake)
    this.more += more
  }
}

/** A seed that is refused, with everything that is wrong with it, as far as that could be told. */
export class SeedError extends Error {
  readonly mistakes: SeedMistakes

  /** @param name Where the seed came from, if it has a name. */
  constructor(mistakes: SeedMistakes | readonly SeedMistake[], name = '') {
    const all = mistakes instanceof SeedMistakes ? mistakes : new SeedMistakes(mistakes)
    super(linesOf(all, name).join('\n'))
    this.mistakes = all
  }
}

/** A seed that cannot be read, or that is refused, by its name. */
export class SeedFileError extends Error {
  constructor(name: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`The seed ${name} is refused:${cause instanceof SeedError ? '\n' : ' '}${reason}`)
  }
}

const mostLines = 20

/** Mistakes as lines that editors and terminals can follow: `spring.yaml:12:5 campaigns[3].name: …`. */
function linesOf({ told, count }: SeedMistakes, name: string): readonly string[] {
  const lines = told.slice(0, mostLines).map(({ path, reason, place }) => {
    const standing = [name, place?.line, place?.column].filter((part) => part !== undefined && part !== '').join(':')
    const where = `${standing} ${placeOf(path)}`.trim()
    return where === '' ? reason : `${where}: ${reason}`
  })
  const more = count - lines.length
  return more > 0 ? [...lines, `and ${more} more`] : lines
}
