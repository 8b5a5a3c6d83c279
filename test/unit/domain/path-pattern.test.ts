import t from 'tap'
import { pathPattern } from '#server/domain/matching/path-pattern.ts'
import fc from '#test/support/fast-check.ts'

const path = '/ad_accounts/7/campaigns'

t.test('a pattern without a wildcard is one path, with the version or without', async (t) => {
  t.ok(pathPattern(path)(path))
  t.ok(pathPattern(`/v5${path}`)(path))
  for (const other of ['', '/ad_accounts/7', `${path}/`, '/v5ad_accounts/7/campaigns'])
    t.notOk(pathPattern(other)(path))
})

t.test('a wildcard is any text, none and slashes included, and nothing is taken twice', async (t) => {
  for (const fits of ['*', '/*', '*/campaigns', '/ad*/7*', `${path}*`, '/*/7/*', '**c*s']) {
    t.ok(pathPattern(fits)(path), fits)
  }
  for (const misses of ['*7', '/ad_accounts/7*7/campaigns', '*/campaigns*s', `${path}?*`, '*.*', '/ad.accounts/*']) {
    t.notOk(pathPattern(misses)(path), misses)
  }
})

t.test('many wildcards take no longer than the text that they are for', async (t) => {
  t.notOk(pathPattern(`${'*a'.repeat(100)}*b`)(`/${'a'.repeat(10_000)}`))
})

t.test('a pattern means what a regular expression of it would', async () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 6 })
  const path = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 8 })
  fc.assert(
    fc.property(pattern, path, (pattern, path) => {
      return pathPattern(pattern)(path) === new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path)
    }),
    { numRuns: 3000 },
  )
})
