import { hash } from '../ids.ts'
import { fractionOf, mix } from './hash.ts'

/** A value with its share of an audience. */
export interface AudienceShare {
  readonly key: string
  readonly name: string
  readonly ratio: number
}

const digits = 10_000

/**
 * Returns shares that make the whole: a function of the audience's name and the values. Assumed.
 *
 * @param weights How common each value is among everybody; all alike when absent.
 */
export function sharesOf(
  audience: string,
  values: readonly (readonly [key: string, name: string])[],
  weights: readonly number[] = [],
): readonly AudienceShare[] {
  const seed = hash(audience)
  const amounts = values.map(([key], index) => (weights[index] ?? 1) * (0.6 + 0.8 * fractionOf(mix(seed, hash(key)))))
  const whole = amounts.reduce((sum, amount) => sum + amount, 0)
  let [before, assigned] = [0, 0]
  return values.map(([key, name], index) => {
    before += amounts[index] as number
    const until = index === values.length - 1 ? digits : Math.floor((before / whole) * digits)
    const ratio = (until - assigned) / digits
    assigned = until
    return { key, name, ratio }
  })
}

/** Returns how strongly an audience has an interest: its share of the audience, and that share against everybody's. */
export function interestOf(audience: string, id: string): { readonly ratio: number; readonly index: number } {
  const everybody = 0.05 + 0.5 * fractionOf(mix(hash(id), 3))
  const index = audience === '' ? 1 : Math.round((0.6 + 1.1 * fractionOf(mix(hash(audience), hash(id)))) * 100) / 100
  return { ratio: Math.min(1, Math.round(everybody * index * 1000) / 1000), index }
}
