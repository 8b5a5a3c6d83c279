import { type TargetingSpec, targetedValues } from '../ads/targeting.ts'
import { hash } from '../ids.ts'
import { metroRegions } from '../reference/metro-regions.ts'
import { areas } from '../reference/metros-and-areas.ts'
import { countryRegions } from '../reference/regions.ts'
import type { BreakdownValue, Cell } from './breakdown-types.ts'
import { fractionOf, mix } from './hash.ts'

/** A place that ads reach, as each type of breakdown calls it. */
interface Place {
  readonly COUNTRY: BreakdownValue
  /** The country itself where its regions are not known. */
  readonly REGION: BreakdownValue
  /** What is targeted: a metro area by its number, or the country. */
  readonly LOCATION: BreakdownValue
  /** The region or postal code that is targeted, or the country; null where LOCATION is targeted alone. */
  readonly GEO: BreakdownValue | null
}

/** Where people are whom no targeting narrows, with their weights. Assumed. */
const anywhere = { US: 10, GB: 2, CA: 2, DE: 1.5, FR: 1.5, AU: 1, BR: 1.5, MX: 1.5 } as const

/** The states that postal codes of the US lie in, by their first digit: one for each. Assumed. */
const statesByDigit = ['MA', 'NY', 'VA', 'FL', 'OH', 'MN', 'IL', 'TX', 'CO', 'CA'] as const

const regionsOf = new Map(countryRegions.map(({ code, regions }) => [code, regions.map(([part]) => `${code}-${part}`)]))
const areaCountries: readonly (readonly [name: string, code: string])[] = [
  ['Australia', 'AU'],
  ['Canada', 'CA'],
  ['New Zealand', 'NZ'],
]

/** Returns the places that a targeting reaches, as a type of breakdown calls them. Each is a part of one country. */
export function placeCells(type: keyof Place, spec: TargetingSpec, seed: number): readonly Cell[] {
  return placesOf(spec).map((place, index) => ({ weight: weightOf(place, seed, index), value: place[type] }))
}

function placesOf(spec: TargetingSpec): readonly Place[] {
  const excluded = new Set([...targetedValues(spec, 'LOCATION_EXCLUDE'), ...targetedValues(spec, 'GEO_EXCLUDE')])
  const isReached = ({ COUNTRY, REGION, LOCATION }: Place): boolean =>
    !excluded.has(String(COUNTRY)) && !excluded.has(String(REGION)) && !excluded.has(String(LOCATION))
  const targeted = [
    ...targetedValues(spec, 'GEO').flatMap(geoPlaces),
    ...targetedValues(spec, 'LOCATION').flatMap(locationPlaces),
  ]
  // A place that is targeted twice is taken once, by what is targeted first: the more exact.
  const seen = new Set<string>()
  const places = (targeted.length > 0 ? targeted : Object.keys(anywhere).flatMap((code) => countryPlaces(code))).filter(
    (place) => isReached(place) && isNew(seen, `${place.REGION} ${place.LOCATION} ${place.GEO}`),
  )
  return places.length > 0 ? places : countryPlaces('US')
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

const countryPlaces = (country: string, geo: BreakdownValue | null = null): readonly Place[] =>
  (regionsOf.get(country) ?? [country]).map((region) => ({
    COUNTRY: country,
    REGION: region,
    LOCATION: country,
    GEO: geo,
  }))

/** Returns the places of a country such as `US`, a metro area such as `501`, or an area of another country. */
function locationPlaces(location: string): readonly Place[] {
  if (!/^\d+$/.test(location)) return countryPlaces(location)
  const [, area = ''] = areas.find(([code]) => code === location) ?? []
  const [, country = 'US'] = areaCountries.find(([name]) => area.startsWith(name)) ?? []
  const state = metroRegions[location]
  const region = state === undefined ? country : `US-${state}`
  return [{ COUNTRY: country, REGION: region, LOCATION: BigInt(location), GEO: null }]
}

/** Returns the places of a country, a region such as `BE-VOV` or a postal code such as `US-94107`. */
function geoPlaces(geo: string): readonly Place[] {
  const [country = '', part] = geo.split('-')
  if (part === undefined) return countryPlaces(country, country)
  const isPostalCode = /\d/.test(part)
  const state = country === 'US' ? statesByDigit[Number(part[0])] : undefined
  const region = isPostalCode ? (state === undefined ? country : `US-${state}`) : geo
  return [{ COUNTRY: country, REGION: region, LOCATION: country, GEO: isPostalCode ? `${country}:${part}` : geo }]
}

/** Returns how many people a place has, against others: regions of a country share its weight. */
function weightOf({ COUNTRY, REGION }: Place, seed: number, index: number): number {
  const ofCountry = Reflect.get(anywhere, String(COUNTRY)) ?? 1
  const ofRegion = 0.2 + 2 * fractionOf(hash(String(REGION))) ** 2
  return (
    (ofCountry / (regionsOf.get(String(COUNTRY))?.length ?? 1)) *
    ofRegion *
    (0.7 + 0.6 * fractionOf(mix(seed, 600 + index)))
  )
}
