import type { Schema } from '#openapi/description.ts'
import { entityStatuses } from '#server/domain/ads/status.ts'
import { countries, currencies } from '#server/resources/accounts/ad-accounts/values.ts'

/** Values that resources share, and the source of a schema that takes them. */
const sharedValues: readonly (readonly [values: readonly string[], zod: string])[] = [
  [entityStatuses, 'EntityStatus'],
  [countries, 'z.enum(countries)'],
  [currencies, 'z.enum(currencies)'],
]

/** Returns the source of a shared schema that takes the same as a property's own: times, statuses, countries. */
export function sharedText(name: string, { type, enum: values }: Schema): string | undefined {
  if (type === 'integer' && /_time$/.test(name)) return 'UnixTime'
  if (values === undefined) return undefined
  const sent = values.filter((value) => value !== null)
  return sharedValues.find(
    ([shared]) => shared.length === sent.length && sent.every((one) => shared.includes(String(one))),
  )?.[1]
}
