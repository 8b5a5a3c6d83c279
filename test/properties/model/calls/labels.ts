import fc from '#test/support/fast-check.ts'
import type { Item } from './items.ts'
import { reference } from './references.ts'

const value = fc.constantFrom('a', 'b', 'A', 'c d', 'x'.repeat(100))

/** A label to be created. */
export const newLabel: fc.Arbitrary<Item> = fc.record({ label_type: fc.constantFrom('BRAND', 'CUSTOM'), value })

/** What changes about a label. */
export const labelChange: fc.Arbitrary<Item> = fc.record(
  { id: reference('label'), status: fc.constantFrom('ACTIVE', 'ARCHIVED'), value },
  { requiredKeys: ['id'] },
)
