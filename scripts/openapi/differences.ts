/** A difference that is meant. */
export interface MeantDifference {
  /** The line of the difference, where `*` stands for any text. */
  readonly match: string
  readonly reason: string
}

/** What became of the differences and of the entries that explain them. */
export interface Verdict {
  readonly explained: number
  /** Differences that no entry explains. */
  readonly unexplained: readonly string[]
  /** Entries that explain no difference: what they were for is gone. */
  readonly stale: readonly MeantDifference[]
}

/** Holds the differences that were found against those that are meant. */
export function judged(differences: readonly string[], meant: readonly MeantDifference[]): Verdict {
  const patterns = meant.map(({ match }) => patternOf(match))
  const unexplained = differences.filter((line) => !patterns.some((pattern) => pattern.test(line)))
  const stale = meant.filter((_, index) => !differences.some((line) => patterns[index]?.test(line)))
  return { explained: differences.length - unexplained.length, unexplained, stale }
}

const patternOf = (match: string): RegExp =>
  new RegExp(`^${match.replaceAll(/[.+?^$(){}|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
