import { type TargetingSpec, targetedValues } from '../ads/targeting.ts'
import { hash } from '../ids.ts'
import { interests } from '../reference/interests.ts'
import type { BreakdownValue, Cell } from './breakdown-types.ts'
import { fractionOf, mix } from './hash.ts'

/** Shares of impressions that something targeted led to. Assumed. */
const led = { keywords: 0.4, targetedInterests: 0.6, pinnerInterests: 0.85 } as const
/** How many interests of the people who see an ad have a part of their own. */
const pinnerInterests = 15

/** Returns cells of values that share a part of the impressions; the rest have none. */
function sharing(values: readonly BreakdownValue[], share: number, seed: number): readonly Cell[] {
  const weights = values.map((value) => 0.4 + fractionOf(mix(seed, hash(String(value)))))
  const sum = weights.reduce((one, other) => one + other, 0)
  const cells = values.map((value, index) => ({ value, weight: (share * (weights[index] as number)) / sum }))
  return [...cells, { value: null, weight: values.length === 0 ? 1 : 1 - share }]
}

/** Returns the keywords that led to impressions. */
export const keywordCells = (keywords: readonly string[], seed: number): readonly Cell[] =>
  sharing([...new Set(keywords)], led.keywords, seed)

/** Returns the items of a product group, each impression of one of them. */
export const itemCells = (items: readonly string[], seed: number): readonly Cell[] => sharing(items, 1, seed)

/** Returns the targeted interests that led to impressions, by their names. */
export const targetedInterestCells = (spec: TargetingSpec, seed: number): readonly Cell[] =>
  sharing([...new Set(targetedValues(spec, 'INTEREST').map(nameOf))], led.targetedInterests, seed)

/** Returns the interests of the people who see an ad, by their names: whether they are targeted or not. */
export function pinnerInterestCells(seed: number): readonly Cell[] {
  const all = [...interests.values()]
  const names = Array.from({ length: pinnerInterests }, (_, nth) => all[mix(seed, 700 + nth) % all.length]?.name ?? '')
  return sharing([...new Set(names)], led.pinnerInterests, seed)
}

/** Returns the audiences that are targeted, each impression in one of them. */
export const audienceCells = (spec: TargetingSpec, seed: number): readonly Cell[] =>
  idCells(targetedValues(spec, 'AUDIENCE_INCLUDE'), 1, seed)

/** Returns the audiences whose bids a campaign multiplies. */
export const multiplierCells = (audiences: readonly string[], seed: number): readonly Cell[] =>
  idCells(audiences, 0.3, seed)

const idCells = (ids: readonly string[], share: number, seed: number): readonly Cell[] =>
  sharing(
    [...new Set(ids)].map((id) => (/^\d+$/.test(id) ? BigInt(id) : id)),
    share,
    seed,
  )

const nameOf = (id: string): string => interests.get(id)?.name ?? id
