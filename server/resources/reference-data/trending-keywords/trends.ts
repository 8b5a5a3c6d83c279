import { hash } from '#server/domain/ids.ts'
import { dateTimeOf } from '#server/domain/time/clock.ts'
import type { Trend, TrendQuery, TrendType } from './schema.ts'
import { endOfWeek, lastWeekAt, seasonality, total, volumesUntil, weeklyVolume } from './volume.ts'
import { interests, wordsOf } from './words.ts'

const year = 52
const quarter = 13
const month = 4
const mostGrowth = 10_000

/** A request for trends: whose searches are ranked, by which ranking, and at which time. */
export interface TrendRequest extends TrendQuery {
  readonly region: string
  readonly trend_type: TrendType
  /** Unix seconds. */
  readonly now: number
}

/** A word with its weekly volumes of two years, the last week at the end. */
interface Searched {
  readonly word: string
  readonly volumes: readonly number[]
}

/**
 * Returns the top trending words in the order of their rank. The figures depend only on the words, the audience and the
 * week.
 */
export function topTrends(request: TrendRequest): readonly Trend[] {
  const audience = audienceOf(request)
  const last = lastWeekAt(request.now)
  const score = scores[request.trend_type]
  const isPredicted = request.include_prediction === true
  const top = wordsFor(request)
    .map((word): Searched => ({ word, volumes: volumesUntil(word, audience, last, 2 * year) }))
    .sort((one, other) => score(other) - score(one))
    .slice(0, request.limit)
  const predicted = top.map(({ word }) => weeks(last + 1, quarter).map((week) => weeklyVolume(word, audience, week)))
  const peaks = [
    Math.max(...top.flatMap(({ volumes }) => volumes.slice(-year))),
    Math.max(...predicted.flat()),
  ] as const
  return top.map(({ word, volumes }, index) => {
    const past = volumes.slice(-year)
    const future = predicted[index] ?? []
    const [peak, futurePeak] = request.normalize_against_group ? peaks : [Math.max(...past), Math.max(...future)]
    return {
      keyword: word,
      pct_growth_wow: growth(volumes, 1),
      pct_growth_mom: growth(volumes, month),
      pct_growth_yoy: growth(volumes, year),
      time_series: series(past, last - year + 1, peak),
      has_prediction: isPredicted,
      predicted_time_series: isPredicted ? series(future, last + 1, futurePeak) : {},
      demographics: request.include_demographics ? demographicsOf(word) : null,
    }
  })
}

const audienceOf = ({ region, genders = [], ages = [] }: TrendRequest): string =>
  [region, ...[...genders].sort(), ...[...ages].sort()].join(' ')

function wordsFor({ interests: requested = interests, include_keywords }: TrendRequest): readonly string[] {
  const words = [...new Set(requested)].flatMap((interest) => wordsOf[interest] as readonly string[])
  const parts = include_keywords?.map((keyword) => keyword.toLowerCase())
  return parts === undefined ? words : words.filter((word) => parts.some((part) => word.includes(part)))
}

/** Returns the ratio of the volume of the last weeks to that of as many weeks before: 1 where nothing changed. */
const ratio = (volumes: readonly number[], count: number): number =>
  total(volumes.slice(-count)) / total(volumes.slice(-2 * count, -count))

const scores: Readonly<Record<TrendType, (searched: Searched) => number>> = {
  growing: ({ volumes }) => ratio(volumes, quarter),
  monthly: ({ volumes }) => total(volumes.slice(-month)),
  yearly: ({ volumes }) => total(volumes.slice(-year)),
  seasonal: ({ word, volumes }) => seasonality(word) * ratio(volumes, month),
}

function growth(volumes: readonly number[], count: number): number {
  const percent = Math.round((ratio(volumes, count) - 1) * 100)
  return percent > mostGrowth ? mostGrowth + 1 : percent
}

const weeks = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index)

const series = (volumes: readonly number[], first: number, peak: number): Record<string, number> =>
  Object.fromEntries(
    volumes.map((volume, index) => [
      dateTimeOf(endOfWeek(first + index) * 1000).slice(0, 10),
      Math.round((100 * volume) / peak),
    ]),
  )

const ages = ['18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+']
const genders = ['female', 'male', 'unspecified']

const demographicsOf = (word: string): Trend['demographics'] => ({
  age_distribution: distribution(word, ages),
  gender_distribution: distribution(word, genders),
})

/** Returns shares of the categories that add up to about 1; none is below 0.04 (documented). */
function distribution(word: string, categories: readonly string[]): Record<string, number> {
  const parts = categories.map((category) => 1 + (hash(`${word} ${category}`) % 40))
  const shares = parts.map((part) => Math.round((100 * part) / total(parts)) / 100)
  return Object.fromEntries(
    categories.map((category, index) => {
      const share = shares[index] ?? 0
      return [category, share < 0.05 ? 0.04 : share]
    }),
  )
}
