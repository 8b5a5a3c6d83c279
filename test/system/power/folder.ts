import type { Random } from './random.ts'

/** A change of a directory's names, which a disk has wholly or not at all. */
export interface Naming {
  /** The name that is no more. */
  readonly gone?: string
  /** The name that there is, and the number of the file that has it. */
  readonly come?: readonly [string, number]
  /** How many acts of whatever kind were done before. */
  readonly before: number
}

/** The names in a directory: those that are flushed, those that there are, and what was done in between. */
export class Folder {
  readonly #flushed = new Map<string, number>()
  readonly #since: Naming[] = []
  readonly names = new Map<string, number>()

  apply(naming: Naming): void {
    rename(this.names, naming)
    this.#since.push(naming)
  }

  flush(): void {
    for (const naming of this.#since.splice(0)) rename(this.#flushed, naming)
  }

  /**
   * The names after a loss of power: what was done since they were flushed may be there in all, not at all, in its
   * beginning or in any part; or, where a file system keeps the order of all names, up to a moment.
   */
  afterLoss(random: Random, moment: number | undefined): ReadonlyMap<string, number> {
    const left = new Map(this.#flushed)
    const fate = random.of(['all', 'none', 'first', 'some', 'some'])
    const first = random.upTo(this.#since.length + 1)
    for (const [index, naming] of this.#since.entries()) {
      const isThere = { all: true, none: false, first: index < first, some: random.oneIn(2) }[fate]
      if (moment === undefined ? isThere : naming.before < moment) rename(left, naming)
    }
    return left
  }
}

function rename(names: Map<string, number>, { gone, come }: Naming): void {
  if (gone !== undefined) names.delete(gone)
  if (come !== undefined) names.set(...come)
}
