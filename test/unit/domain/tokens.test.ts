import t from 'tap'
import { operations } from '#openapi/operations.ts'
import { scopeNames, scopesIn } from '#server/domain/access/scopes.ts'
import { isLive } from '#server/domain/access/tokens.ts'
import { mayBeToken, secretOf } from '#server/domain/ids.ts'
import { worldMark, worldMarkedIn } from '#server/domain/world-name.ts'
import fc from '#test/support/fast-check.ts'

t.test('every scope that an operation wants is known', async (t) => {
  const required = operations.flatMap(({ security }) => Object.values(security).flat())
  t.same(
    required.filter((scope) => !scopeNames.includes(scope)),
    [],
  )
})

t.test('scopes are read as clients write them, each once', async (t) => {
  t.same(scopesIn('ads:read,pins:read  ads:read\tx,'), { known: ['ads:read', 'pins:read'], unknown: ['x'] })
  t.same(scopesIn('toString'), { known: [], unknown: ['toString'] })
  t.same(scopesIn(''), { known: [], unknown: [] })
})

t.test('no two secrets of a kind are alike, and each is known for one', async () => {
  const sequence = fc.integer({ min: 1, max: 2 ** 30 })
  fc.assert(
    fc.property(sequence, sequence, (one, other) => {
      const [first, second] = [secretOf('access_token', one), secretOf('access_token', other)]
      return (first === second) === (one === other) && mayBeToken(`pina_${first}`) && mayBeToken(`pina_w~${second}`)
    }),
  )
})

t.test('a secret looks like one', async (t) => {
  t.match(secretOf('access_token', 1), /^[A-Z2-7]{48}$/)
  t.not(secretOf('access_token', 1), secretOf('refresh_token', 1))
  for (const text of ['any-text', 'pina_local', 'pina_ABCD1234...', '']) t.notOk(mayBeToken(text), text)
})

t.test('a token is marked with the name of its world, unless that is the default one', async (t) => {
  t.equal(worldMarkedIn(`pina_${worldMark('my.world-1_x')}ABC`), 'my.world-1_x')
  t.equal(worldMarkedIn(`pinr_${worldMark('two')}ABC`), 'two')
  t.equal(worldMarkedIn(`${worldMark('two')}ABC`), 'two')
  t.equal(worldMarkedIn(`pina_${worldMark('default')}ABC`), undefined)
  t.equal(worldMarkedIn('any text ~'), undefined)
})

t.test('a token lives until its last second, or for ever, unless it is revoked', async (t) => {
  const token = { scheme: 'pinterest_oauth2', userId: '1', app: null, scopes: [] } as const
  t.ok(isLive({ ...token, expiresAt: 10, isRevoked: false }, 9))
  t.notOk(isLive({ ...token, expiresAt: 10, isRevoked: false }, 10))
  t.ok(isLive({ ...token, expiresAt: null, isRevoked: false }, 10 ** 12))
  t.notOk(isLive({ ...token, expiresAt: null, isRevoked: true }, 0))
})
