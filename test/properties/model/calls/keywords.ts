import fc from '#test/support/fast-check.ts'
import type { Item } from './items.ts'
import { reference } from './references.ts'

const match = ['BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE']

/** What keywords are put on: mostly ad groups. */
export const keywordParent: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: reference('ad group') },
  reference('campaign'),
  fc.constant({ $: 'account' }),
)

/** A keyword to be created; now and then one that no schema takes. */
export const newKeyword: fc.Arbitrary<Item> = fc.record({
  match_type: fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...match) }, fc.constantFrom(null, 'NEAR')),
  value: fc.oneof({ weight: 30, arbitrary: fc.constantFrom('tent', 'x'.repeat(120)) }, fc.constant('x'.repeat(121))),
})

/** What changes about a keyword. */
export const keywordChange: fc.Arbitrary<Item> = fc.record({ id: reference('keyword'), archived: fc.boolean() })
