import { interestOf, sharesOf } from '#server/domain/delivery/audience-shares.ts'
import { dayOf, daySeconds } from '#server/domain/delivery/calendar.ts'
import { ColumnSet } from '#server/domain/delivery/column-set.ts'
import { adCountries } from '#server/domain/reference/ad-countries.ts'
import { interests } from '#server/domain/reference/interests.ts'
import { metros } from '#server/domain/reference/metros-and-areas.ts'
import { isoOf } from '#server/domain/time/clock.ts'
import type { World } from '#server/worlds/world.ts'
import { figuresOf } from '../delivery/figures.ts'
import type { InsightType } from './schema.ts'

/** The people whom Pinterest reaches. */
const everybody = 400_000_000
/** Days of delivery that an audience is made of. */
const lookback = 30

const ages = ['18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+'].map((age) => [age, age] as const)
const genders = [
  ['female', 'Female'],
  ['male', 'Male'],
  ['unknown', 'Unspecified'],
] as const
const devices = [
  ['iphone', 'iPhone'],
  ['android_mobile', 'Android Mobile'],
  ['web', 'Web'],
  ['ipad', 'iPad'],
  ['android_tablet', 'Android Tablet'],
] as const
const countries = ['US', 'GB', 'CA', 'DE', 'FR', 'BR', 'MX'].flatMap((code) => {
  const country = adCountries.find((one) => one.code === code)
  return country === undefined ? [] : [[code.toLowerCase(), country.name] as const]
})

/** Returns the insights of an audience of an ad account. */
export async function insightsOf(world: World, accountId: string, type: InsightType) {
  const name = type === 'PINTEREST_TOTAL_AUDIENCE' ? '' : `${accountId} ${type}`
  const size = await sizeOf(world, accountId, type)
  return {
    type,
    date: size === 0 ? null : yesterday(world),
    size,
    size_is_upper_bound: false,
    categories: size === 0 ? [] : categoriesOf(name),
    demographics: {
      ages: size === 0 ? [] : sharesOf(name, ages, [18, 30, 20, 8, 8, 10, 6]),
      countries: size === 0 ? [] : sharesOf(name, countries, [50, 12, 8, 10, 8, 7, 5]),
      devices: size === 0 ? [] : sharesOf(name, devices, [45, 28, 18, 6, 3]),
      genders: size === 0 ? [] : sharesOf(name, genders, [68, 25, 7]),
      metros: size === 0 ? [] : sharesOf(name, metros.slice(0, 20)),
    },
  }
}

/** Returns the day of the latest insights of each audience; null for an audience of nobody. */
export async function definitionsOf(world: World, accountId: string) {
  const reached = await sizeOf(world, accountId, 'YOUR_TOTAL_AUDIENCE')
  const date = reached === 0 ? null : yesterday(world)
  return [
    { date, scope: 'PARTNER', type: 'IMPRESSION_PLUS_ENGAGEMENT' },
    { date, scope: 'PARTNER', type: 'ENGAGEMENT' },
    { date: yesterday(world), scope: 'PINTEREST', type: 'IMPRESSION_PLUS_ENGAGEMENT' },
  ]
}

const yesterday = ({ clock }: World): string => isoOf((dayOf(clock.seconds()) - 1) * daySeconds * 1000).slice(0, 10)

const columns = new ColumnSet(['TOTAL_IMPRESSION_USER', 'TOTAL_ENGAGEMENT'])
const attribution = { windows: { click: 0, engagement: 0, view: 0 }, byConversion: false }

/** Returns the people who saw an account's ads in the last days, or engaged with them. */
async function sizeOf(world: World, accountId: string, type: InsightType): Promise<number> {
  if (type === 'PINTEREST_TOTAL_AUDIENCE') return everybody
  const today = dayOf(world.clock.seconds())
  const buckets = [{ from: (today - lookback) * daySeconds, to: today * daySeconds }]
  for await (const { rows } of figuresOf(world, { accountId, level: 'account', columns, buckets, attribution })) {
    const [people = 0, engaged = 0] = rows[0] === undefined ? [] : columns.valuesOf(rows[0])
    return type === 'YOUR_TOTAL_AUDIENCE' ? people : Math.min(people, engaged)
  }
  return 0
}

const categoriesOf = (audience: string) =>
  [...interests.values()]
    .filter(({ level }) => level === 1)
    .map(({ id, name, child_interests }) => ({
      ...interest(audience, id, name),
      subcategories: child_interests.flatMap((child) => {
        const found = interests.get(child)
        return found === undefined ? [] : interest(audience, child, found.name)
      }),
    }))
    .sort((one, other) => other.ratio - one.ratio)

const interest = (audience: string, id: string, name: string) => ({ id, key: id, name, ...interestOf(audience, id) })
