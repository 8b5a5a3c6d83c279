import { hash } from '#server/domain/ids.ts'
import { type ProductCategory, productCategories } from '#server/domain/reference/product-categories.ts'
import { type Followed, monthlyGrowth, monthlyVolume, weeklySeries } from './figures.ts'
import { ages, type CategoryDetailQuery, type TrendingCategoryQuery } from './query-schema.ts'
import type { CategoryDetails, TrendingCategories } from './schema.ts'
import { inWords, verticalsOf } from './words.ts'

/** A request for trends, and its time in Unix seconds. */
export type At<Query> = Query & { readonly now: number }

const mostCategories = 50

/** Returns the trends of product categories: the same on every run. */
export const categoryDetails = ({
  product_categories,
  region,
  lookback_window = 365,
  engagement_type = 'ENGAGEMENT',
  now,
}: At<CategoryDetailQuery>): CategoryDetails =>
  [...new Set(product_categories)].map((product_category) => {
    const of = (type: string): Followed => ({ word: inWords(product_category), audience: `${region} ${type}`, now })
    return {
      product_category,
      demographics: { age: shares(product_category, ages), gender: genderShares(product_category) },
      metrics_highlights: {
        engagement: { pct_change_mom: rounded(monthlyGrowth(of('ENGAGEMENT'))) },
        outbound_clicks: { pct_change_mom: rounded(monthlyGrowth(of('OUTBOUND_CLICK'))) },
        pin_saves: { pct_change_mom: rounded(monthlyGrowth(of('SAVE'))) },
      },
      related_searches: ['ideas', 'aesthetic', 'for sale'].map((ending) => `${inWords(product_category)} ${ending}`),
      time_series: weeklySeries(of(engagement_type), Math.ceil(lookback_window / 7)),
      has_prediction: false,
      predicted_time_series: {},
    }
  })

/** Returns up to 50 product categories that grow, the fastest first: the same on every run. */
export function trendingCategories(query: At<TrendingCategoryQuery>): TrendingCategories {
  const { region, verticals, ages: ofAges = [], genders = [], engagement_type = 'ENGAGEMENT', now } = query
  const audience = [region, engagement_type, ...[...ofAges].sort(), ...[...genders].sort()].join(' ')
  const isShown = (category: ProductCategory): boolean =>
    verticals === undefined || verticalsOf(category).some((vertical) => verticals.includes(vertical))
  const growing = productCategories
    .filter(isShown)
    .map((category) => ({ category, followed: { word: inWords(category), audience, now } }))
    .map((one) => ({ ...one, change: Math.round(monthlyGrowth(one.followed)), volume: monthlyVolume(one.followed) }))
    .filter(({ change }) => change > 0)
    .sort((first, second) => second.change - first.change)
    .slice(0, mostCategories)
  const largest = Math.max(...growing.map(({ volume }) => volume))
  return growing.map(({ category, change, volume }) => ({
    product_category: category,
    pinterest_product_category_id: 1_000 + productCategories.indexOf(category),
    engagement_type,
    pct_change_mom: change,
    percent_relative_volume: Math.round((100 * volume) / largest),
    verticals: [...verticalsOf(category)],
  }))
}

const rounded = (percent: number): number => Math.round(percent * 10) / 10

/** Returns shares that add up to 1. */
function shares<Name extends string>(category: string, names: readonly Name[]): Record<Name, number> {
  const parts = names.map((name) => 1 + (hash(`${category} ${name}`) % 40))
  const sum = parts.reduce((one, other) => one + other, 0)
  return Object.fromEntries(names.map((name, index) => [name, (parts[index] ?? 0) / sum])) as Record<Name, number>
}

const genderShares = (category: string) => shares(category, ['female', 'male', 'unspecified'])
