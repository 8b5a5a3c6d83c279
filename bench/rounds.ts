import type { Contestant, Measured, Round, Unit } from './row.ts'

/** A contestant's figures in short. */
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

/** A contestant with the way to measure it. */
export interface Running extends Contestant {
  readonly figure: () => Promise<number>
}

/**
 * Measures in turns, so that whatever else the machine does falls on all. Every other round goes backwards, because a
 * slice inherits what the one before has left behind.
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

/** The same, told as what was measured. */
export async function measured(
  count: number,
  running: readonly Running[],
  skipped?: Measured['skipped'],
): Promise<Measured> {
  const contestants = running.map(({ figure, ...contestant }) => contestant)
  return { contestants, rounds: await inTurns(count, running), ...(skipped && { skipped }) }
}

/** The medians of the rounds, and how far their middle half reaches. */
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

/** Whether the ratio is on the better side of the other. */
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
