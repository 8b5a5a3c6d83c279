import fc from 'fast-check'
import t from 'tap'
import { wildcard } from '../../server/domain/wildcard.ts'

t.test('a pattern fits what a regular expression of it fits', async () => {
  const letters = { unit: fc.constantFrom('a', 'b', '/') }
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 6 })
  fc.assert(
    fc.property(pattern, fc.string({ ...letters, maxLength: 8 }), (pattern, text) => {
      return wildcard(pattern)(text) === new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text)
    }),
    { numRuns: 3000 },
  )
})

t.test('without a star it is the text itself', async (t) => {
  t.ok(wildcard('/a')('/a'))
  t.notOk(wildcard('/a')('/a/b'))
})

t.test('what stands before and after a star does not share a letter', async (t) => {
  t.notOk(wildcard('ab*ba')('aba'))
  t.ok(wildcard('ab*ba')('abba'))
})
