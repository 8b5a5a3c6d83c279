import t from 'tap'
import { daySeconds } from '#server/domain/delivery/calendar.ts'
import { measures } from '#server/domain/delivery/measures.ts'
import type { Quantity } from '#server/domain/delivery/quantities.ts'
import { stateAt } from '#server/domain/delivery/timelines.ts'
import fc from '#test/support/fast-check.ts'
import { figuresOf, layout, pageVisitPairs, pageVisits, spansOf, sumOf } from './figures.ts'
import { days, firstDay, histories, knownAt } from './histories.ts'

// DELIVERY_RUNS is how many histories are tried.
const numRuns = Number(process.env.DELIVERY_RUNS ?? 60)
const hold = (property: fc.IRawProperty<unknown, false>): void => void fc.assert(property, { numRuns })

const spend = layout.slotOf('spend')
const impressions = layout.slotOf('impressions')
const conversionSlots = [
  layout.slotOf('checkout/click/web/number'),
  layout.slotOf('checkout/click/web/value'),
  layout.slotOf('checkout/view/web/number'),
  ...[...pageVisits, ...pageVisitPairs].map((quantity) => layout.slotOf(quantity)),
]

t.test('hours make days, and days make the whole', async () => {
  hold(
    fc.property(histories, (facts) => {
      const [hourly, daily, whole] = [3600, daySeconds, days * daySeconds].map((span) =>
        figuresOf(facts, spansOf(span)),
      )
      return facts.ads.every((_ad, ad) => {
        const ofDays = daily?.[ad] ?? []
        const hoursAdd = ofDays.every((row, day) =>
          isAlike(row, sumOf((hourly?.[ad] ?? []).slice(day * 24, (day + 1) * 24))),
        )
        return hoursAdd && isAlike(sumOf(ofDays), whole?.[ad]?.[0])
      })
    }),
  )
})

t.test('time may be cut into any spans, and they make the whole', async () => {
  hold(
    fc.property(histories, fc.integer({ min: 601, max: 200_000 }), (facts, span) => {
      const [parts, whole] = [figuresOf(facts, spansOf(span)), figuresOf(facts, spansOf(days * daySeconds))]
      return facts.ads.every((_ad, ad) => isAlike(sumOf(parts[ad] ?? []), whole[ad]?.[0]))
    }),
  )
})

t.test('nothing that changes later changes what was, hour by hour', async () => {
  hold(
    fc.property(histories, fc.integer({ min: 1, max: days * daySeconds - 1 }), (facts, elapsed) => {
      const now = firstDay * daySeconds + elapsed
      const spans = spansOf(3600, elapsed)
      const [then, later] = [figuresOf(knownAt(facts, now), spans, now), figuresOf(facts, spans, now)]
      return facts.ads.every((_ad, ad) => spans.every((_span, at) => isAlike(then[ad]?.[at], later[ad]?.[at])))
    }),
  )
})

t.test('what was answered for a closed hour stays when time goes on, but for conversions that come later', async () => {
  hold(
    fc.property(histories, fc.integer({ min: 3600, max: days * daySeconds - 1 }), (facts, elapsed) => {
      const now = firstDay * daySeconds + elapsed
      const spans = spansOf(3600, elapsed - 3600)
      const [then, later] = [figuresOf(facts, spans, now), figuresOf(facts, spans)]
      return facts.ads.every((_ad, ad) =>
        spans.every((_span, at) =>
          [...(then[ad]?.[at] ?? [])].every((count, slot) => {
            const grown = later[ad]?.[at]?.[slot] ?? 0
            return conversionSlots.includes(slot) ? count <= grown : count === grown
          }),
        ),
      )
    }),
  )
})

t.test('a budget holds: daily each day, flexible each day and week, lifetime over the life', async () => {
  hold(
    fc.property(histories, (facts) => {
      const daily = figuresOf(facts, spansOf(daySeconds))
      const spentBy = (ads: readonly number[], from: number, to: number): number =>
        ads.reduce((sum, ad) => sum + (sumOf((daily[ad] ?? []).slice(from, to))[spend] ?? 0), 0)
      const holders = [
        { life: facts, ads: facts.ads.map((_ad, ad) => ad) },
        ...facts.adGroups.map((life, group) => ({ life, ads: adsOf(facts.ads, group) })),
      ]
      return holders.every(({ life, ads }) =>
        Array.from({ length: days }, (_, day) => day).every((day) => {
          const start = (firstDay + day) * daySeconds
          const isSteady = life.periods.length === 1 && life.since <= start
          const budget = stateAt<{ budget?: { kind: string; amount: number } | undefined }>(life, start)?.budget
          const isOwn = life === facts || facts.periods.every(({ state }) => state.budget === undefined)
          if (!isSteady || !isOwn || budget === undefined) return true
          if (budget.kind === 'daily') return spentBy(ads, day, day + 1) <= budget.amount
          if (budget.kind === 'lifetime') return spentBy(ads, 0, days) <= budget.amount
          const monday = day - ((firstDay + day + 3) % 7)
          return (
            spentBy(ads, day, day + 1) <= 2 * budget.amount &&
            spentBy(ads, Math.max(monday, 0), monday + 7) <= 7 * budget.amount
          )
        }),
      )
    }),
  )
})

t.test('an ad delivers only while it, its ad group, its campaign and the account may', async () => {
  hold(
    fc.property(histories, (facts) => {
      const hourly = figuresOf(facts, spansOf(3600))
      return facts.ads.every((ad, position) =>
        spansOf(3600).every(({ from, to }, at) => {
          if ((hourly[position]?.[at]?.[impressions] ?? 0) === 0) return true
          for (let moment = from; moment < to; moment += 1) {
            const group = facts.adGroups[ad.adGroup]
            const states = [stateAt(facts, moment), group && stateAt(group, moment)]
            const state = stateAt(ad, moment)
            const isOpen = states.every(
              (one) => one?.isActive && one.schedule.from <= moment && moment < one.schedule.to,
            )
            if (isOpen && state?.isActive && state.approvedAt <= moment && stateAt(facts.account, moment)) return true
          }
          return false
        }),
      )
    }),
  )
})

t.test('nothing is negative, and all are whole numbers', async () => {
  hold(
    fc.property(histories, (facts) =>
      figuresOf(facts, spansOf(3600)).every((ofAd) =>
        ofAd.every((row) => row.every((count) => Number.isSafeInteger(count) && count >= 0)),
      ),
    ),
  )
})

t.test('pairs of devices part the conversions of a type', async () => {
  hold(
    fc.property(histories, (facts) =>
      figuresOf(facts, spansOf(daySeconds)).every((ofAd) =>
        ofAd.every((row) => {
          const [visits, pairs] = [pageVisits, pageVisitPairs].map((parts) =>
            parts.reduce((sum, part) => sum + countOf(row, part), 0),
          )
          return visits === pairs
        }),
      ),
    ),
  )
})

t.test('what video ads cost is part of what all cost', async () => {
  hold(
    fc.property(histories, (facts) =>
      figuresOf(facts, spansOf(daySeconds)).every((ofAd, ad) =>
        ofAd.every((row) => {
          const mayHave = facts.ads[ad]?.periods.some(({ state }) => state.hasVideo) ?? false
          return mayHave ? countOf(row, 'videoSpend') <= countOf(row, 'spend') : countOf(row, 'videoSpend') === 0
        }),
      ),
    ),
  )
})

t.test('in a day there is nothing more of what follows than of what it comes from', async () => {
  hold(
    fc.property(histories, (facts) =>
      figuresOf(facts, spansOf(daySeconds)).every((ofAd) =>
        ofAd.every((row) =>
          measures.every(({ name, of }) => of === undefined || countOf(row, name) <= countOf(row, of)),
        ),
      ),
    ),
  )
})

t.test('histories of the tests deliver, run out of budget, and convert', async (t) => {
  const seen = { delivered: 0, starved: 0, converted: 0 }
  for (const facts of fc.sample(histories, { numRuns: 60 })) {
    const whole = sumOf(figuresOf(facts, spansOf(days * daySeconds)).flat())
    if ((whole[impressions] ?? 0) > 0) seen.delivered++
    else seen.starved++
    if (conversionSlots.some((slot) => (whole[slot] ?? 0) > 0)) seen.converted++
  }
  t.ok(seen.delivered > 20, `${seen.delivered} deliver`)
  t.ok(seen.starved > 2, `${seen.starved} do not`)
  t.ok(seen.converted > 10, `${seen.converted} convert`)
})

function countOf(row: Float64Array, name: Quantity): number {
  return row[layout.slotOf(name)] ?? 0
}

function isAlike(one: Float64Array | undefined, other: Float64Array | undefined): boolean {
  return one?.every((count, slot) => count === other?.[slot]) ?? false
}

function adsOf(ads: readonly { readonly adGroup: number }[], group: number): readonly number[] {
  return ads.flatMap((ad, position) => (ad.adGroup === group ? position : []))
}
