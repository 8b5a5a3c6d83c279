import t from 'tap'
import { findOperation, operationsOn } from '#openapi/operation-router.ts'
import { operations } from '#openapi/operations.ts'

t.test('every documented operation is found at its own path, with its parameters', async (t) => {
  for (const { id, method, path } of operations) {
    const names = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name as string)
    const found = findOperation(method, path.replaceAll(/{(\w+)}/g, 'the-$1'))
    t.equal(found?.operation.id, id)
    t.strictSame(found?.params, Object.fromEntries(names.map((name) => [name, `the-${name}`])))
  }
})

t.test('a literal segment is preferred to a parameter, by method', async (t) => {
  t.equal(findOperation('GET', '/ad_accounts/1/ad_groups/analytics')?.operation.id, 'ad_groups/analytics')
  t.equal(findOperation('GET', '/ad_accounts/1/ad_groups/12')?.operation.id, 'ad_groups/get')
})

t.test('HEAD is found where GET is', async (t) => {
  t.equal(findOperation('HEAD', '/boards/1')?.operation.id, 'boards/get')
})

t.test('parameters are decoded, and so are literal segments', async (t) => {
  t.strictSame(findOperation('GET', '/boards/a%20b%2Fc')?.params, { board_id: 'a b/c' })
  t.equal(findOperation('GET', '/ad%5Faccounts')?.operation.id, 'ad_accounts/list')
})

t.test('a slash at the end is passed over, once', async (t) => {
  t.equal(findOperation('GET', '/boards/')?.operation.id, 'boards/list')
  t.equal(findOperation('GET', '/boards//'), undefined)
  t.equal(findOperation('GET', '/'), undefined)
})

t.test('an empty parameter is none', async (t) => {
  t.equal(findOperation('GET', '/boards//pins'), undefined)
  t.equal(findOperation('GET', '/ad_accounts//campaigns'), undefined)
})

t.test('names of JavaScript are no paths', async (t) => {
  for (const name of ['constructor', '__proto__', 'toString']) t.equal(findOperation('GET', `/${name}`), undefined)
})

t.test('of a path each method has its most literal operation, and literal paths come first', async (t) => {
  const ids = operationsOn('/pins/analytics').map(({ id }) => id)
  t.strictSame(ids, ['multi_pins/analytics', 'pins/update', 'pins/delete'])
  t.strictSame(operationsOn('/nowhere'), [])
})
