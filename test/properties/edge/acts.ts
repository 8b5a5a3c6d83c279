import fc from '#test/support/fast-check.ts'

/** What is done to a world near its limit; `size` makes what is sent longer. */
export type Act =
  | {
      readonly kind: 'campaigns' | 'labels' | 'pins' | 'boards' | 'keywords' | 'seed'
      readonly count: number
      readonly size: number
    }
  | { readonly kind: 'fill'; readonly with: 'campaigns' | 'labels' | 'pins' | 'keywords' }
  | { readonly kind: 'reset' | 'snapshot' | 'restore' | 'fork' | 'back' | 'rest' | 'export' }

const count = fc.integer({ min: 1, max: 30 })
const size = fc.constantFrom(0, 50, 400, 1900)

/** A random act; heavy on what fills. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('campaigns', 'labels', 'pins', 'boards', 'keywords', 'seed'),
      count,
      size,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fill' as const),
      with: fc.constantFrom('campaigns', 'labels', 'pins', 'keywords'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('reset', 'snapshot', 'restore', 'fork', 'back', 'rest', 'export'),
    }),
  },
) as fc.Arbitrary<Act>
