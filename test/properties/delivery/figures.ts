import type { Bucket } from '#server/domain/delivery/buckets.ts'
import { daySeconds } from '#server/domain/delivery/calendar.ts'
import { CampaignDelivery } from '#server/domain/delivery/campaign-delivery.ts'
import { conversionChannels, conversionSources } from '#server/domain/delivery/conversion-types.ts'
import { devicePairs } from '#server/domain/delivery/devices.ts'
import type { CampaignFacts } from '#server/domain/delivery/facts.ts'
import type { FixedFigures } from '#server/domain/delivery/fixed-figures.ts'
import { measures } from '#server/domain/delivery/measures.ts'
import { Layout, type Quantity } from '#server/domain/delivery/quantities.ts'
import { type Attribution, Tally, type TallySink } from '#server/domain/delivery/tally.ts'
import { days, firstDay } from './histories.ts'

/** Page visits by source and channel, and by the devices of the ad and of the visit. */
export const pageVisits = conversionSources.flatMap((source) =>
  conversionChannels.map((channel) => `page_visit/${source}/${channel}/number` as const),
)
export const pageVisitPairs = devicePairs.map(([from, to]) => `page_visit/${from}>${to}` as const)

/** What the tests count: every measure, and some conversions. */
export const quantities: readonly Quantity[] = [
  'spend',
  'videoSpend',
  ...measures.map(({ name }) => name),
  'checkout/click/web/number',
  'checkout/click/web/value',
  'checkout/view/web/number',
  ...pageVisits,
  ...pageVisitPairs,
]
export const layout = new Layout(quantities)

const month = 30 * daySeconds
export const usual: Attribution = {
  windows: { click: month, engagement: month, view: daySeconds },
  byConversion: false,
}

/** Returns spans of so many seconds from the first day on, the last of which ends after so many. */
export const spansOf = (seconds: number, until = days * daySeconds): readonly Bucket[] =>
  Array.from({ length: Math.ceil(until / seconds) }, (_, index) => {
    const from = firstDay * daySeconds + index * seconds
    return { from, to: Math.min(from + seconds, firstDay * daySeconds + until) }
  })

/** The sums of each ad in each span: `figures[ad][bucket][slot]`. */
export function figuresOf(
  facts: CampaignFacts,
  buckets: readonly Bucket[],
  now = Number.POSITIVE_INFINITY,
  attribution = usual,
  fixed: readonly FixedFigures[] = [],
): readonly (readonly Float64Array[])[] {
  const figures = facts.ads.map(() => buckets.map(() => new Float64Array(layout.size)))
  const sink: TallySink = (ad, bucket, sums) => {
    const row = figures[ad]?.[bucket] as Float64Array
    for (let slot = 0; slot < layout.size; slot++) row[slot] = (row[slot] ?? 0) + (sums[slot] ?? 0)
  }
  new Tally({ layout, buckets, now, attribution }).count(new CampaignDelivery(facts), sink, [], undefined, fixed)
  return figures
}

/** Returns the sum of rows, place by place. */
export function sumOf(rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(layout.size)
  for (const row of rows) for (let slot = 0; slot < layout.size; slot++) sum[slot] = (sum[slot] ?? 0) + (row[slot] ?? 0)
  return sum
}
