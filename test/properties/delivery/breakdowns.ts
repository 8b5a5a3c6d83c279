import { BreakdownTally } from '#server/domain/delivery/breakdown-tally.ts'
import type { BreakdownType } from '#server/domain/delivery/breakdown-types.ts'
import { CampaignDelivery } from '#server/domain/delivery/campaign-delivery.ts'
import type { CampaignFacts } from '#server/domain/delivery/facts.ts'
import type { FixedFigures } from '#server/domain/delivery/fixed-figures.ts'
import type { Bucket } from '#server/domain/delivery/tally.ts'
import { layout, usual } from './figures.ts'

/** The sums of each ad in each span by value: `parts[ad][bucket].get(value)[slot]`. */
export type Parts = readonly (readonly Map<string, Float64Array>[])[]

/** Values that are listed from the tenth day on, and one that no longer is then: keywords, and items. */
const listed = [
  ['boots', 'tents'],
  ['boots', 'walks', 'maps'],
] as const

/** Breaks a history down by a type. */
export function partsOf(
  type: BreakdownType,
  facts: CampaignFacts,
  buckets: readonly Bucket[],
  {
    now = Number.POSITIVE_INFINITY,
    fixed = [],
  }: { readonly now?: number; readonly fixed?: readonly FixedFigures[] } = {},
): Parts {
  const parts = facts.ads.map(() => buckets.map(() => new Map<string, Float64Array>()))
  const tally = new BreakdownTally({ layout, buckets, now, attribution: usual }, type)
  const campaign = {
    delivery: new CampaignDelivery(facts),
    conversions: [],
    counts: () => true,
    fixed,
    adIds: facts.ads.map(({ id }) => id),
    listedValuesOf: (_ad: number, day: number) => listed[day < 20_610 ? 0 : 1],
  }
  const steps = tally.steps(campaign, (ad, bucket, value, sums) => {
    const values = parts[ad]?.[bucket] as Map<string, Float64Array>
    const row = values.get(String(value)) ?? new Float64Array(layout.size)
    for (let slot = 0; slot < layout.size; slot++) row[slot] = (row[slot] ?? 0) + (sums[slot] ?? 0)
    values.set(String(value), row)
  })
  for (const _step of steps);
  return parts
}
