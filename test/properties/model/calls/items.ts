import fc from '#test/support/fast-check.ts'
import { type Reference, reference } from './references.ts'

/** Fields of an item by name, with references not yet resolved. */
export type Item = Readonly<Record<string, unknown>>

/** What the fields of an item may hold. */
export type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** Mostly nothing, else one or two fields changed to anything that they may hold, allowed or not. */
const changes = (fields: Fields, least = 0): fc.Arbitrary<Item> =>
  fc
    .array(fc.oneof(...Object.entries(fields).map(([name, value]) => value.map((one) => ({ [name]: one })))), {
      minLength: least,
      maxLength: 3,
      size: 'max',
    })
    .map((all) => Object.assign({}, ...all))

/** An item that would pass, with few fields changed. */
export const nearly = (templates: readonly Item[], fields: Fields): fc.Arbitrary<Item> =>
  fc.tuple(fc.constantFrom(...templates), changes(fields)).map(([template, change]) => ({ ...template, ...change }))

/** What changes about an entity: fields of their own, or some that go together. */
export const change = (kind: Reference['$'], together: readonly Item[], fields: Fields): fc.Arbitrary<Item> =>
  fc
    .tuple(reference(kind), fc.oneof({ weight: 2, arbitrary: changes(fields, 1) }, nearly(together, fields)))
    .map(([id, sent]): Item => ({ id, ...sent }))

/** A value, now and then null. */
export const orNull = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: value }, fc.constant(null))

/** Any status; the living ones more often. */
export const status = fc.constantFrom(
  'ACTIVE',
  'ACTIVE',
  'PAUSED',
  'PAUSED',
  'DRAFT',
  'DRAFT',
  'ARCHIVED',
  'DELETED_DRAFT',
)
/** Amounts; some are none. */
export const money = orNull(fc.constantFrom(0, 1, 999_999, 1_000_000, 5_000_000, 50_000_000))
/** Names as long as they may be, and in any script. */
export const name = fc.constantFrom('a', 'b', 'Été 夏', 'x'.repeat(255))

/** Seconds. */
export const day = 86_400
