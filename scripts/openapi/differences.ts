/** A difference that is accepted, with the reason. */
export interface AcceptedDifference {
  /** The line of the difference; `*` matches any text. */
  readonly match: string
  /** The version that brought it; absent where the older one does not differ by its age. */
  readonly since?: string
  readonly reason: string
}

/** The differences and the entries that explain them, matched. */
export interface DifferenceMatches {
  readonly explained: number
  /** Differences without an entry. */
  readonly unexplained: readonly string[]
  /** Entries that match no difference any more. */
  readonly stale: readonly AcceptedDifference[]
}

/** Matches the differences found with the accepted ones. */
export function matchDifferences(
  differences: readonly string[],
  meant: readonly AcceptedDifference[],
): DifferenceMatches {
  const patterns = meant.map(({ match }) => patternOf(match))
  const unexplained = differences.filter((line) => !patterns.some((pattern) => pattern.test(line)))
  const stale = meant.filter((_, index) => !differences.some((line) => patterns[index]?.test(line)))
  return { explained: differences.length - unexplained.length, unexplained, stale }
}

/** Returns a test for lines that one of the entries matches. */
export function matchesOf(entries: readonly AcceptedDifference[]): (line: string) => boolean {
  const patterns = entries.map(({ match }) => patternOf(match))
  return (line) => patterns.some((pattern) => pattern.test(line))
}

const patternOf = (match: string): RegExp =>
  new RegExp(`^${match.replaceAll(/[.+?^$(){}|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
