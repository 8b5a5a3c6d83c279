import type { Contestant, Measured, Round, Unit } from './row.ts'

/** The summary of a contestant's figures. */
export interface Summary extends Contestant {
  /** The median. */
  readonly figure: number
  /** The median of the rounds' ratios to the second contestant. */
  readonly ratio: number
  /** The middle half of these ratios. */
  readonly spread: readonly [number, number]
  /** The median of the rounds' ratios of ours to it. */
  readonly oursTo: number
}

/** A contestant with the function that measures it. */
export interface Running extends Contestant {
  readonly figure: () => Promise<number>
}

/**
 * Measures in turns, so that other load on the machine affects all alike. Every other round runs backwards, because a
 * slice is affected by the one before it.
 */
export async function inTurns(count: number, running: readonly Running[]): Promise<readonly Round[]> {
  const rounds: Round[] = []
  for (let round = 0; round < count; round++) {
    const figures: Record<string, number> = {}
    for (const { name, figure } of round % 2 === 0 ? running : running.toReversed()) figures[name] = await figure()
    rounds.push(figures)
  }
  return rounds
}

/** Measures in turns, and returns the figures with their contestants. */
export async function measureInTurns(
  count: number,
  running: readonly Running[],
  skipped?: Measured['skipped'],
): Promise<Measured> {
  const contestants = running.map(({ figure, ...contestant }) => contestant)
  return { contestants, rounds: await inTurns(count, running), ...(skipped && { skipped }) }
}

/** Returns the medians of the rounds, and the middle half of their ratios. */
export function summariesOf({ contestants, rounds }: Measured): readonly Summary[] {
  const [ours, reference = ours] = contestants
  return contestants.map((contestant) => {
    const figures = rounds.map((round) => figureOf(round, contestant))
    const ratios = rounds.map((round) => figureOf(round, contestant) / figureOf(round, reference))
    const oursTo = rounds.map((round) => figureOf(round, ours) / figureOf(round, contestant))
    return {
      ...contestant,
      figure: quantile(figures, 0.5),
      ratio: quantile(ratios, 0.5),
      spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
      oursTo: quantile(oursTo, 0.5),
    }
  })
}

/** Tells whether a ratio is at least as good as another, in its unit. */
export const isAtLeastAsGood = (unit: Unit, ratio: number, other: number): boolean =>
  unit === 'req/s' ? ratio >= other : ratio <= other

const figureOf = (round: Round, contestant: Contestant | undefined): number =>
  round[contestant?.name ?? ''] ?? Number.NaN

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position % 1)
}
