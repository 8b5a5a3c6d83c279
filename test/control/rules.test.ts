import t from 'tap'
import { allRules } from '#server/registry/rules.ts'
import { mock } from '../support/mock.ts'

t.test('the rules are listed with their evidence and source', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('GET', '/__mock/rules')
  t.ok(body.items.length > allRules.length)
  const rule = body.items.find(({ id }: { id: string }) => id === 'campaign.budget.one-cap')
  t.match(rule, {
    refuses: 'item',
    operations: ['campaigns/create', 'campaigns/update'],
    code: 1,
    message: 'daily_spend_cap and lifetime_spend_cap cannot be set at the same time.',
    evidence: 'documented',
    source: /GUIDE/,
    in_force: true,
  })
})

t.test('they can be narrowed to an operation and an evidence', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('GET', '/__mock/rules?operation=labels/apply&evidence=documented')
  t.ok(body.items.length > 0)
  for (const { operations, evidence } of body.items) {
    t.ok(operations.includes('labels/apply'))
    t.equal(evidence, 'documented')
  }
})

t.test('a rule that is switched off is told not to be in force', async (t) => {
  const { call } = await mock(t, { rules: { 'campaign.budget.one-cap': { off: true } } })
  const { body } = await call('GET', '/__mock/rules')
  const off = body.items.filter(({ in_force }: { in_force: boolean }) => !in_force)
  t.same(
    off.map(({ id }: { id: string }) => id),
    ['campaign.budget.one-cap'],
  )
})

t.test('control needs no token, and tells the worlds that there are', async (t) => {
  const { app, call } = await mock(t)
  await call('GET', '/w/one/v5/ad_accounts')
  t.match((await app.inject('/__mock')).json(), { worlds: ['default', 'one'] })
})

t.test('rule ids are unique', async (t) => {
  const ids = allRules.map(({ id }) => id)
  t.equal(new Set(ids).size, ids.length)
})
