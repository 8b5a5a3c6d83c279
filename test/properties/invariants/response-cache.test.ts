import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { mock } from '#test/support/mock.ts'
import { call } from './model.ts'
import { acts, Side } from './remembering-side.ts'

const step = fc.oneof({ weight: 3, arbitrary: call }, { weight: 1, arbitrary: fc.constantFrom(...acts) })

/** Throws where two servers differ. */
function compare(found: string, wanted: string): void {
  if (found !== wanted) throw new Error(`${found}\nand not\n${wanted}`)
}

t.test('no sequence of calls has a server that remembers answer otherwise than one that does not', async (t) => {
  const [cached, uncached] = [await mock(t, { mostOpen: 1 }), await mock(t, { mostOpen: 1, cache: false })]
  let worlds = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      const name = `world-${++worlds}`
      const sides = [new Side(cached, name), new Side(uncached, name)] as const
      for (const side of sides) await side.begin()
      for (const one of steps) {
        for (const side of sides) await (typeof one === 'string' ? side.do(one) : side.make(one))
        compare(await sides[0].responses(), await sides[1].responses())
      }
      compare(await sides[0].journal(), await sides[1].journal())
    }),
    { numRuns: Number(process.env.INVARIANT_RUNS ?? 30) },
  )
  t.pass(`${worlds} worlds were answered and journaled alike`)
})
