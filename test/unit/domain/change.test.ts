import t from 'tap'
import type { EntityStatus } from '#server/domain/ads/status.ts'
import { type Change, type ChangeRule, changeRules, isNew } from '#server/domain/rules/change.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { RuleEngine } from '#server/domain/rules/rule-engine.ts'

interface Thing {
  readonly status: EntityStatus
  readonly limit?: number
}
type Facts = Change<Thing>

const rule = (more: Partial<ChangeRule<Facts>> = {}): ChangeRule<Facts> => ({
  id: 'thing.rule',
  operations: ['things/create', 'things/update'],
  fields: ['amount', 'limit'],
  evidence: 'assumed',
  source: 'this test',
  code: 1,
  message: 'Refused.',
  violated: () => true,
  ...more,
})

const created = (status: EntityStatus): Facts => ({
  operation: 'things/create',
  sent: {},
  after: { status },
  now: 0,
})

const updated = (before: EntityStatus, after: EntityStatus, sent: Facts['sent'] = {}): Facts => ({
  operation: 'things/update',
  sent,
  before: { status: before },
  after: { status: after },
  now: 0,
})

const judged = (one: ChangeRule<Facts>, facts: Facts): readonly Violation[] =>
  new RuleEngine().evaluate(changeRules([one]), facts)

t.test('a rule about content refuses an item, not the request', async (t) => {
  t.equal(changeRules([rule()])[0]?.refuses, 'item')
})

t.test('a rule is asked of what is created', async (t) => {
  t.equal(judged(rule(), created('ACTIVE')).length, 1)
})

t.test('a rule is asked of an update that sends one of its fields, or clears one by null', async (t) => {
  const cleared = updated('ACTIVE', 'ACTIVE', { limit: null })
  t.equal(judged(rule(), updated('ACTIVE', 'ACTIVE', { amount: 1 })).length, 1)
  t.equal(judged(rule(), { ...cleared, before: { status: 'ACTIVE', limit: 5 } }).length, 1)
})

t.test('a rule is not asked of an update whose null clears nothing', async (t) => {
  t.equal(judged(rule(), updated('ACTIVE', 'ACTIVE', { limit: null })).length, 0)
})

t.test('a rule is not asked of an update that sends what is stored in a field that another rule locks', async (t) => {
  const lock = rule({ id: 'thing.locked', fields: ['limit'], locks: true, violated: () => false })
  const evaluations = (after: number) => {
    const facts = updated('ACTIVE', 'ACTIVE', { limit: after })
    const change = { ...facts, before: { ...facts.after, limit: 5 }, after: { ...facts.after, limit: after } }
    return new RuleEngine().evaluate(changeRules([lock, rule()]), change).length
  }
  t.equal(evaluations(5), 0)
  t.equal(evaluations(6), 1)
})

t.test('a rule is not asked of an update that touches other fields', async (t) => {
  t.equal(judged(rule(), updated('ACTIVE', 'ACTIVE', { name: 'Other' })).length, 0)
})

t.test('a rule that is always asked is asked of every update', async (t) => {
  t.equal(judged(rule({ trigger: 'always' }), updated('ACTIVE', 'ACTIVE', { name: 'Other' })).length, 1)
})

t.test('a rule is not asked of operations that are not its own', async (t) => {
  const own = rule({ operations: ['things/update'], trigger: 'always' })
  t.equal(judged(own, created('ACTIVE')).length, 0)
  t.equal(judged(own, updated('ACTIVE', 'ACTIVE')).length, 1)
})

t.test('every rule is asked when a draft is published, whatever is sent', async (t) => {
  t.equal(judged(rule(), updated('DRAFT', 'ACTIVE')).length, 1)
  t.equal(judged(rule({ waitsForPublish: true }), updated('DRAFT', 'PAUSED')).length, 1)
})

t.test('a rule that waits is not asked of drafts, nor of drafts that are deleted', async (t) => {
  const waiting = rule({ waitsForPublish: true, trigger: 'always' })
  t.equal(judged(waiting, created('DRAFT')).length, 0)
  t.equal(judged(waiting, updated('DRAFT', 'DRAFT', { amount: 1 })).length, 0)
  t.equal(judged(waiting, updated('DRAFT', 'DELETED_DRAFT', { amount: 1 })).length, 0)
})

t.test('a rule that does not wait is asked of drafts', async (t) => {
  t.equal(judged(rule(), created('DRAFT')).length, 1)
  t.equal(judged(rule(), updated('DRAFT', 'DRAFT', { amount: 1 })).length, 1)
})

t.test('new is what is created and what leaves DRAFT', async (t) => {
  t.equal(isNew(created('DRAFT')), true)
  t.equal(isNew(updated('DRAFT', 'PAUSED')), true)
  t.equal(isNew(updated('DRAFT', 'DRAFT')), false)
  t.equal(isNew(updated('PAUSED', 'ACTIVE')), false)
})
