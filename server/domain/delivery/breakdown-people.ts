import { type TargetingSpec, targetedValues } from '../ads/targeting.ts'
import { genders } from '../reference/targeting-values.ts'
import type { Cell } from './breakdown-types.ts'
import { fractionOf, mix } from './hash.ts'

/** Shares of people by gender and age. Assumed. */
const genderShares: Readonly<Record<(typeof genders)[number], number>> = { female: 0.66, male: 0.24, unknown: 0.1 }
const ages = [
  { name: '18-24', from: 18, to: 24, share: 0.2 },
  { name: '25-34', from: 25, to: 34, share: 0.3 },
  { name: '35-44', from: 35, to: 44, share: 0.2 },
  { name: '45-49', from: 45, to: 49, share: 0.08 },
  { name: '50-54', from: 50, to: 54, share: 0.07 },
  { name: '55-64', from: 55, to: 64, share: 0.1 },
  { name: '65+', from: 65, to: 120, share: 0.05 },
] as const

/** Returns a share that is a little more or less for one ad than for another. */
export const varied = (share: number, seed: number, salt: number): number =>
  share * (0.7 + 0.6 * fractionOf(mix(seed, salt)))

/** Returns those of some values that are targeted under a key; all when that leaves none. */
export function targetedOf<Value extends string>(
  values: readonly Value[],
  spec: TargetingSpec,
  key: string,
): readonly Value[] {
  const targeted = targetedValues(spec, key)
  const found = values.filter((value) => targeted.includes(value))
  return found.length === 0 ? values : found
}

/** Returns the people that a targeting reaches, by gender and within it by age, so that both are margins of their pairs. */
export function peopleCells(
  type: 'GENDER' | 'AGE_BUCKET' | 'AGE_BUCKET_AND_GENDER',
  spec: TargetingSpec,
  seed: number,
): readonly Cell[] {
  const reached = agesOf(spec)
  return targetedOf(genders, spec, 'GENDER').flatMap((gender, row) =>
    reached.map(({ name, share }, column) => ({
      weight: varied(genderShares[gender], seed, 500 + row) * varied(share, seed, 520 + column),
      value: type === 'GENDER' ? gender : type === 'AGE_BUCKET' ? name : `${name}:${gender}`,
    })),
  )
}

/** Returns the age buckets that have anybody of the ages that are targeted; all when that leaves none. */
function agesOf(spec: TargetingSpec): readonly (typeof ages)[number][] {
  const found = ages.filter((age) => rangesOf(spec).some(({ from, to }) => age.from <= to && age.to >= from))
  return found.length === 0 ? ages : found
}

/** Returns the ages that are targeted: of buckets such as `25-34` and `21+`, or between two. */
function rangesOf(spec: TargetingSpec): readonly { readonly from: number; readonly to: number }[] {
  const buckets = targetedValues(spec, 'AGE_BUCKET')
  if (buckets.length > 0) {
    return buckets.map((bucket) => {
      const [from, to] = bucket.split('-').map((age) => Number.parseInt(age, 10))
      return { from: from ?? 0, to: to ?? 120 }
    })
  }
  const { MINIMUM_AGE: low = '18', MAXIMUM_AGE: high = '65+' } = spec
  const to = String(high ?? '65+')
  return [{ from: Number.parseInt(String(low ?? '18'), 10), to: to.endsWith('+') ? 120 : Number.parseInt(to, 10) }]
}
