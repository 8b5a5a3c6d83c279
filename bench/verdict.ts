import { isAtLeastAsGood, type Summary } from './rounds.ts'
import type { Reach, Unit } from './row.ts'

/** What a row must come to, in words. */
export function wordsOf({ ratio, figure, aheadOf }: Reach, unit: Unit, reference: string): string {
  const bound = unit === 'req/s' ? '≥' : '≤'
  return [
    ratio !== undefined && `${bound} ${Number(ratio.toPrecision(3))} × ${reference}`,
    figure !== undefined && `${bound} ${figure} ${unit}`,
    aheadOf && `ahead of ${typeof aheadOf === 'string' ? aheadOf : aheadOf.join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** The peers that do better than ours. */
export const behind = (summaries: readonly Summary[], unit: Unit): readonly string[] =>
  summaries.filter(({ kind, oursTo }) => kind === 'peer' && !isAtLeastAsGood(unit, oursTo, 1)).map(({ name }) => name)

/** What of its reach a row misses, in words; nothing when it is reached. */
export function missed({ ratio, figure, aheadOf }: Reach, unit: Unit, summaries: readonly Summary[]): string[] {
  const [ours] = summaries
  if (ours === undefined) return ['not measured']
  return [
    ...(ratio !== undefined && !isAtLeastAsGood(unit, ours.ratio, ratio) ? ['the ratio'] : []),
    ...(figure !== undefined && !isAtLeastAsGood(unit, ours.figure, figure) ? ['the figure'] : []),
    ...behind(summaries, unit)
      .filter((peer) => aheadOf === 'every peer' || aheadOf?.includes(peer))
      .map((peer) => `behind ${peer}`),
  ]
}
