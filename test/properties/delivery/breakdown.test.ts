import t from 'tap'
import { type BreakdownType, breakdownTypes, partitions } from '#server/domain/delivery/breakdown-types.ts'
import { daySeconds } from '#server/domain/delivery/calendar.ts'
import { measures } from '#server/domain/delivery/measures.ts'
import fc from '#test/support/fast-check.ts'
import { type Parts, partsOf } from './breakdowns.ts'
import { figuresOf, layout, spansOf, sumOf } from './figures.ts'
import { fixedIn, manyFixed } from './fixed.ts'
import { days, firstDay, histories, knownAt } from './histories.ts'

// DELIVERY_RUNS is how many histories are tried.
const numRuns = Math.ceil(Number(process.env.DELIVERY_RUNS ?? 60) / 3)
const hold = (property: fc.IRawProperty<unknown, false>): void => void fc.assert(property, { numRuns })

const types = [...new Set<BreakdownType>([...Object.values(breakdownTypes).flat(), 'PRODUCT_ITEM'])]
const anyType = fc.constantFrom(...types)
const anySpan = fc.constantFrom(3600, daySeconds, 7 * daySeconds, days * daySeconds)

/** Tells whether rows are the same, place by place. */
const isAlike = (one: Float64Array | undefined, other: Float64Array | undefined): boolean =>
  one?.every((count, slot) => count === other?.[slot]) ?? false

/** Tells whether no place of a row is more than that of another. */
const isNoMore = (one: Float64Array, other: Float64Array): boolean =>
  one.every((count, slot) => count <= (other[slot] ?? 0))

const wholeOf = (parts: Map<string, Float64Array> | undefined): Float64Array => sumOf([...(parts?.values() ?? [])])

t.test('the values of a partition make the whole, of every ad in every span', async () => {
  hold(
    fc.property(histories, fc.constantFrom(...partitions), anySpan, (facts, type, span) => {
      const [parts, whole] = [partsOf(type, facts, spansOf(span)), figuresOf(facts, spansOf(span))]
      return whole.every((ofAd, ad) => ofAd.every((row, at) => isAlike(wholeOf(parts[ad]?.[at]), row)))
    }),
  )
})

t.test('the values of any other breakdown never exceed the whole', async () => {
  const others = types.filter((type) => !partitions.includes(type))
  hold(
    fc.property(histories, fc.constantFrom(...others), anySpan, (facts, type, span) => {
      const [parts, whole] = [partsOf(type, facts, spansOf(span)), figuresOf(facts, spansOf(span))]
      return whole.every((ofAd, ad) => ofAd.every((row, at) => isNoMore(wholeOf(parts[ad]?.[at]), row)))
    }),
  )
})

t.test('hours make days of every value, and days the whole', async () => {
  hold(
    fc.property(histories, anyType, (facts, type) => {
      const [hours, byDay, whole] = [3600, daySeconds, days * daySeconds].map((span) =>
        partsOf(type, facts, spansOf(span)),
      )
      return facts.ads.every((_ad, ad) => {
        const add = (from: Parts | undefined, spans: readonly number[]): Map<string, Float64Array> => {
          const values = new Set(spans.flatMap((at) => [...(from?.[ad]?.[at]?.keys() ?? [])]))
          return new Map(
            [...values].map((value) => [value, sumOf(spans.flatMap((at) => from?.[ad]?.[at]?.get(value) ?? []))]),
          )
        }
        const isSame = (one: Map<string, Float64Array> | undefined, other: Map<string, Float64Array>): boolean =>
          one?.size === other.size && [...(one ?? [])].every(([value, row]) => isAlike(row, other.get(value)))
        const allDays = Array.from({ length: days }, (_, day) => day)
        const hoursOf = (day: number) => Array.from({ length: 24 }, (_, hour) => day * 24 + hour)
        return (
          allDays.every((day) => isSame(byDay?.[ad]?.[day], add(hours, hoursOf(day)))) &&
          isSame(whole?.[ad]?.[0], add(byDay, allDays))
        )
      })
    }),
  )
})

t.test('genders and ages are margins of their pairs', async () => {
  hold(
    fc.property(histories, anySpan, (facts, span) => {
      const spans = spansOf(span)
      const [pairs, ages, genders] = (['AGE_BUCKET_AND_GENDER', 'AGE_BUCKET', 'GENDER'] as const).map((type) =>
        partsOf(type, facts, spans),
      ) as [Parts, Parts, Parts]
      return facts.ads.every((_ad, ad) =>
        spans.every((_span, at) => {
          const ofPairs = [...(pairs[ad]?.[at] ?? [])]
          const isMargin = (margins: Parts, index: number): boolean =>
            [...(margins[ad]?.[at] ?? [])].every(([value, row]) =>
              isAlike(row, sumOf(ofPairs.filter(([pair]) => pair.split(':')[index] === value).map(([, of]) => of))),
            )
          return isMargin(ages, 0) && isMargin(genders, 1)
        }),
      )
    }),
  )
})

t.test('countries are the sums of their regions', async () => {
  hold(
    fc.property(histories, (facts) => {
      const spans = spansOf(daySeconds)
      const [regions, countries] = [partsOf('REGION', facts, spans), partsOf('COUNTRY', facts, spans)]
      return facts.ads.every((_ad, ad) =>
        spans.every((_span, at) =>
          [...(countries[ad]?.[at] ?? [])].every(([country, row]) => {
            const of = [...(regions[ad]?.[at] ?? [])].filter(([region]) => region.split('-')[0] === country)
            return isAlike(row, sumOf(of.map(([, sums]) => sums)))
          }),
        ),
      )
    }),
  )
})

t.test(
  'in no value and no hour there is anything negative, or more of what follows than of what it comes from in a day',
  async () => {
    const paid = measures.filter(({ of }) => of !== undefined)
    hold(
      fc.property(histories, anyType, (facts, type) => {
        const isWhole = (row: Float64Array): boolean => row.every((count) => Number.isSafeInteger(count) && count >= 0)
        const hours = partsOf(type, facts, spansOf(3600))
        const byDay = partsOf(type, facts, spansOf(daySeconds))
        return (
          hours.every((ofAd) => ofAd.every((values) => [...values.values()].every(isWhole))) &&
          byDay.every((ofAd) =>
            ofAd.every((values) =>
              [...values.values()].every((row) =>
                paid.every(
                  ({ name, of }) => (row[layout.slotOf(name)] ?? 0) <= (row[layout.slotOf(of ?? 'impressions')] ?? 0),
                ),
              ),
            ),
          )
        )
      }),
    )
  },
)

t.test('nothing that changes later changes what the values were', async () => {
  hold(
    fc.property(histories, anyType, fc.integer({ min: 1, max: days * daySeconds - 1 }), (facts, type, elapsed) => {
      const now = firstDay * daySeconds + elapsed
      const spans = spansOf(daySeconds, elapsed)
      const [then, later] = [partsOf(type, knownAt(facts, now), spans, { now }), partsOf(type, facts, spans, { now })]
      return facts.ads.every((_ad, ad) =>
        spans.every((_span, at) =>
          [...(later[ad]?.[at] ?? [])].every(([value, row]) => isAlike(row, then[ad]?.[at]?.get(value))),
        ),
      )
    }),
  )
})

t.test('figures that somebody has set make the whole in partitions, and in no other breakdown more', async () => {
  hold(
    fc.property(histories, anyType, anySpan, manyFixed, (facts, type, span, figures) => {
      const fixed = fixedIn(facts, figures)
      const spans = spansOf(span)
      const parts = partsOf(type, facts, spans, { fixed })
      const whole = figuresOf(facts, spans, undefined, undefined, fixed)
      const isRight = partitions.includes(type) ? isAlike : isNoMore
      return whole.every((ofAd, ad) => ofAd.every((row, at) => isRight(wholeOf(parts[ad]?.[at]), row)))
    }),
  )
})

t.test('hours of figures that somebody has set make their days, of every value', async () => {
  hold(
    fc.property(histories, anyType, manyFixed, (facts, type, figures) => {
      const fixed = fixedIn(facts, figures)
      const [hours, byDay] = [3600, daySeconds].map((span) => partsOf(type, facts, spansOf(span), { fixed }))
      return facts.ads.every((_ad, ad) =>
        (byDay?.[ad] ?? []).every((values, day) =>
          [...values].every(([value, row]) => {
            const ofHours = Array.from({ length: 24 }, (_, hour) => hours?.[ad]?.[day * 24 + hour]?.get(value) ?? [])
            return isAlike(row, sumOf(ofHours.filter((sums) => sums instanceof Float64Array)))
          }),
        ),
      )
    }),
  )
})

t.test('values of the tests are many', async (t) => {
  const seen = new Map<string, Set<string>>()
  for (const facts of fc.sample(histories, { numRuns: 10 })) {
    for (const type of types) {
      const values = seen.get(type) ?? new Set()
      for (const ofAd of partsOf(type, facts, spansOf(days * daySeconds))) {
        for (const value of ofAd[0]?.keys() ?? []) values.add(value)
      }
      seen.set(type, values)
    }
  }
  for (const type of ['GENDER', 'AGE_BUCKET', 'REGION', 'GEO', 'KEYWORD', 'TARGETED_INTEREST', 'AUDIENCE_INCLUDE']) {
    t.ok((seen.get(type)?.size ?? 0) > 1, `${type}: ${[...(seen.get(type) ?? [])].slice(0, 8).join(', ')}`)
  }
})
