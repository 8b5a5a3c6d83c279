import { isAtLeastAsGood, type Summary } from './rounds.ts'
import type { Reach, Unit } from './row.ts'

/** Returns the required result in words. */
export function reachText(
  { ratio, figure, isEither = false, aheadOf, times = {} }: Reach,
  unit: Unit,
  reference: string,
): string {
  const bound = unit === 'req/s' ? '≥' : '≤'
  const bounds = [
    ratio !== undefined && `${bound} ${Number(ratio.toPrecision(3))} × ${reference}`,
    figure !== undefined && `${bound} ${figure} ${unit}`,
  ]
  return [
    bounds.filter(Boolean).join(isEither ? ' or ' : '; '),
    aheadOf && `ahead of ${typeof aheadOf === 'string' ? aheadOf : aheadOf.join(', ')}`,
    ...Object.entries(times).map(([peer, least]) => `${bound} ${boundOf(unit, least)} × ${peer}`),
  ]
    .filter(Boolean)
    .join('; ')
}

/** Returns how much of a peer's figure ours may have to be so many times as good. */
const boundOf = (unit: Unit, times: number): number => (unit === 'req/s' ? times : 1 / times)

/** Returns the peers that are ahead of ours. */
export const peersAhead = (summaries: readonly Summary[], unit: Unit): readonly string[] =>
  summaries.filter(({ kind, oursTo }) => kind === 'peer' && !isAtLeastAsGood(unit, oursTo, 1)).map(({ name }) => name)

/** Returns the requirements of its reach that a row misses, in words. */
export function missedReach(
  { ratio, figure, isEither = false, aheadOf, times = {} }: Reach,
  unit: Unit,
  summaries: readonly Summary[],
): string[] {
  const [ours] = summaries
  if (ours === undefined) return ['not measured']
  const bounds = [
    ...(ratio !== undefined && !isAtLeastAsGood(unit, ours.ratio, ratio) ? ['the ratio'] : []),
    ...(figure !== undefined && !isAtLeastAsGood(unit, ours.figure, figure) ? ['the figure'] : []),
  ]
  return [
    ...(isEither && bounds.length < 2 ? [] : bounds),
    ...peersAhead(summaries, unit)
      .filter((peer) => aheadOf === 'every peer' || aheadOf?.includes(peer))
      .map((peer) => `behind ${peer}`),
    ...summaries
      .filter(({ name, oursTo }) => name in times && !isAtLeastAsGood(unit, oursTo, boundOf(unit, times[name] ?? 1)))
      .map(({ name }) => `not ${times[name]} × ${name}`),
  ]
}
