import t from 'tap'
import { reachEstimate } from '#server/domain/ads/audience-reach.ts'
import fc from '#test/support/fast-check.ts'

t.test('an estimate depends on the targeting alone', async (t) => {
  const spec = { LOCATION: ['US'], GENDER: ['female'] }
  t.strictSame(reachEstimate(spec), reachEstimate({ ...spec }))
  t.notSame(reachEstimate(spec), reachEstimate({ ...spec, GENDER: ['male'] }))
})

t.test('whatever is targeted, bounds are whole numbers of 32 bits around an estimate above 0', async (t) => {
  const ages = fc.constantFrom('18', '30', '65', '65+', null)
  const spec = fc.dictionary(
    fc.constantFrom('GEO', 'LOCATION', 'INTEREST', 'AUDIENCE_EXCLUDE', 'X'),
    fc.oneof(fc.array(fc.string()), fc.constant(null)),
  )
  fc.assert(
    fc.property(spec, ages, ages, (lists, MINIMUM_AGE, MAXIMUM_AGE) => {
      const { estimate, lower_bound, upper_bound } = reachEstimate({ ...lists, MINIMUM_AGE, MAXIMUM_AGE })
      const all = [lower_bound, estimate, upper_bound]
      return all.every((figure) => Number.isInteger(figure) && figure > 0 && figure < 2 ** 31) && lower_bound < estimate
    }),
  )
  t.pass()
})

t.test('an empty list narrows nothing', async (t) => {
  t.strictSame(reachEstimate({ LOCATION: [], GENDER: null }), reachEstimate({}))
})
