import { daySeconds } from '#server/domain/delivery/calendar.ts'
import type { CampaignFacts } from '#server/domain/delivery/facts.ts'
import { disjoint, type FixedFigures } from '#server/domain/delivery/fixed-figures.ts'
import type { Quantity } from '#server/domain/delivery/quantities.ts'
import fc from '#test/support/fast-check.ts'
import { days, firstDay } from './histories.ts'

const amounts = fc.record({
  impressions: fc.nat(3_000_000),
  spend: fc.nat(20_000_000_000),
  'checkout/click/web/number': fc.nat(9),
  'checkout/click/web/value': fc.nat(90_000_001),
})

/** Figures that somebody sets: of days, also before anything delivered, or of hours, which may lie in the same days. */
export const manyFixed = fc.uniqueArray(
  fc.record({
    ad: fc.nat(3),
    day: fc.integer({ min: 0, max: days - 1 }),
    hour: fc.option(fc.nat(23)),
    amounts,
  }),
  { minLength: 1, maxLength: 6, selector: ({ ad, day, hour }) => `${ad} ${day} ${hour}` },
)

type ManyFixed = typeof manyFixed extends fc.Arbitrary<infer Figures> ? Figures : never

/** The figures as delivery has them, for the ads of a history. */
export function fixedIn({ ads }: CampaignFacts, figures: ManyFixed): readonly FixedFigures[] {
  const known = new Set<string>()
  return disjoint(
    figures.flatMap(({ ad, day, hour, amounts }) => {
      const from = (firstDay + day) * daySeconds + (hour ?? 0) * 3600
      const to = from + (hour === null ? daySeconds : 3600)
      const key = `${ad % ads.length} ${from} ${to}`
      if (known.has(key)) return []
      known.add(key)
      return { ad: ad % ads.length, from, to, amounts: new Map(Object.entries(amounts) as [Quantity, number][]) }
    }),
  )
}
