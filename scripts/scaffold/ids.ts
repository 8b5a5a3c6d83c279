import type { Schema } from '#openapi/description.ts'
import { idOf, idRange } from '#server/domain/ids.ts'
import { resources } from '#server/registry/resources.ts'

/** Where the ids of a new kind of entity begin. */
export interface Ids {
  readonly first: bigint
  /** The id of the first entity, which the built-in seed makes. */
  readonly example: string
}

const room = 100_000_000n

/** Returns where ids begin: near the example of the description, where it has one, and far from those of all others. */
export function idsOf(kind: string, schema: Schema | undefined): Ids {
  const taken = resources.flatMap(({ ids = [] }) => ids.map(({ first }) => first))
  let first = rounded(String(schema?.example ?? '')) ?? 1_000_000_000_000n
  while (taken.some((other) => other > first - room && other < first + room)) first += room
  return { first, example: idOf(idRange(kind, first), 1) }
}

/** Returns an id with zeros for all but its first five digits. */
const rounded = (id: string): bigint | undefined =>
  /^[1-9]\d{9,16}$/.test(id) ? BigInt(id.slice(0, 5).padEnd(id.length, '0')) : undefined

/** Returns a number as source, with separators. */
export const bigintText = (value: bigint): string => `${String(value).replaceAll(/\B(?=(\d{3})+$)/g, '_')}n`
