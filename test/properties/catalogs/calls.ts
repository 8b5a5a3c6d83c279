import fc from '#test/support/fast-check.ts'
import { type ItemOperation, merchantStatuses } from './model.ts'

const some = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values)
const name = some('One', 'Two', 'Three')
const brand = some('Meadow', 'Peak', 'Valley')

/** Which of the feeds or product groups a call is about: the nth, or none that is there. */
const nth = fc.oneof({ weight: 6, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.constant(-1) })

const operations: fc.Arbitrary<readonly ItemOperation[]> = fc.array(
  fc.record({
    operation: some('CREATE', 'UPSERT', 'UPDATE', 'DELETE'),
    key: some('A', 'B', 'C', 'D'),
    brand,
  }),
  { minLength: 1, maxLength: 4 },
)

const call = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create feed' as const), name }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rename feed' as const), nth, name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete feed' as const), nth }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('items' as const), operations }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('create group' as const), name, brand }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('count group' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete group' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merchant' as const), status: some(...merchantStatuses) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('need website' as const), needed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('claim' as const), status: some('pending', 'verified') }) },
)

/** One call about the catalogs of a business, or a direct edit of it. */
export type CatalogCall = typeof call extends fc.Arbitrary<infer One> ? One : never

/** A sequence of calls. */
export const catalogCalls: fc.Arbitrary<readonly CatalogCall[]> = fc.array(call, { maxLength: 30, size: 'max' })
