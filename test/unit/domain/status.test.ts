import t from 'tap'
import {
  type EntityStatus,
  entityStatuses,
  isDraft,
  isFinal,
  type Lineage,
  statusesAfter,
  summaryStatus,
} from '#server/domain/ads/status.ts'
import fc from '#test/support/fast-check.ts'

const now = 1_000_000
const healthy = { now, billingDisabled: false }
const disabled = { now, billingDisabled: true }
const one = (status: EntityStatus, start_time: number | null = null, end_time: number | null = null) => ({
  status,
  start_time,
  end_time,
})

const status = fc.constantFrom(...entityStatuses)
const time = fc.option(fc.integer({ min: now - 3, max: now + 3 }), { nil: null })
const lineage: fc.Arbitrary<Lineage> = fc.array(fc.record({ status, start_time: time, end_time: time }), {
  minLength: 1,
  maxLength: 3,
})

t.test('nothing follows a final status', async (t) => {
  t.same(entityStatuses.filter(isFinal), ['ARCHIVED', 'DELETED_DRAFT'])
})

t.test('a status that is not final may follow itself', async (t) => {
  for (const status of entityStatuses) t.equal(statusesAfter(status).includes(status), !isFinal(status), status)
})

t.test('nothing returns to DRAFT', async (t) => {
  t.same(
    entityStatuses.filter((status) => status !== 'DRAFT' && statusesAfter(status).includes('DRAFT')),
    [],
  )
})

t.test('a draft is one also when it is deleted', async (t) => {
  t.same(entityStatuses.filter(isDraft), ['DRAFT', 'DELETED_DRAFT'])
})

t.test("an entity's own end counts before its parent's", async (t) => {
  t.equal(summaryStatus([one('DRAFT'), one('ARCHIVED')], healthy), 'DRAFT')
  t.equal(summaryStatus([one('DELETED_DRAFT'), one('DRAFT')], healthy), 'DELETED_DRAFT')
})

t.test('what is below an archived or unpublished parent is so itself', async (t) => {
  for (const status of ['ARCHIVED', 'DRAFT', 'DELETED_DRAFT'] as const) {
    t.equal(summaryStatus([one('ACTIVE'), one(status)], healthy), status)
    t.equal(summaryStatus([one('PAUSED'), one('ACTIVE'), one(status)], disabled), status)
  }
})

t.test('an account that cannot spend counts before a pause', async (t) => {
  t.equal(summaryStatus([one('PAUSED')], disabled), 'ADVERTISER_DISABLED')
  t.equal(summaryStatus([one('ACTIVE', now + 1)], disabled), 'ADVERTISER_DISABLED')
})

t.test('a pause anywhere above counts before every window', async (t) => {
  t.equal(summaryStatus([one('PAUSED', null, now - 1)], healthy), 'PAUSED')
  t.equal(summaryStatus([one('ACTIVE', now + 1), one('PAUSED')], healthy), 'PAUSED')
})

t.test('a start is the first second, and an end the first second after', async (t) => {
  t.equal(summaryStatus([one('ACTIVE', now + 1)], healthy), 'NOT_STARTED')
  t.equal(summaryStatus([one('ACTIVE', now)], healthy), 'RUNNING')
  t.equal(summaryStatus([one('ACTIVE', null, now + 1)], healthy), 'RUNNING')
  t.equal(summaryStatus([one('ACTIVE', null, now)], healthy), 'COMPLETED')
})

t.test('the window that counts is what all windows have in common', async (t) => {
  t.equal(summaryStatus([one('ACTIVE'), one('ACTIVE', now + 1)], healthy), 'NOT_STARTED')
  t.equal(summaryStatus([one('ACTIVE', now - 1), one('ACTIVE', null, now)], healthy), 'COMPLETED')
  t.equal(summaryStatus([one('ACTIVE', now - 2, now + 2), one('ACTIVE', now - 1, now + 1)], healthy), 'RUNNING')
})

t.test('NOT_STARTED is told before COMPLETED', async (t) => {
  t.equal(summaryStatus([one('ACTIVE', now + 1), one('ACTIVE', null, now)], healthy), 'NOT_STARTED')
})

t.test('RUNNING is what is active all the way up, in an account that can spend, within every window', async () => {
  fc.assert(
    fc.property(lineage, fc.boolean(), (entities, billingDisabled) => {
      const runs =
        !billingDisabled &&
        entities.every(
          ({ status, start_time, end_time }) =>
            status === 'ACTIVE' && (start_time ?? now) <= now && (end_time ?? now + 1) > now,
        )
      return (summaryStatus(entities, { now, billingDisabled }) === 'RUNNING') === runs
    }),
  )
})

t.test('what is completed stays so as time goes on', async () => {
  fc.assert(
    fc.property(lineage, fc.nat(5), (entities, later) => {
      const before = summaryStatus(entities, healthy)
      return before !== 'COMPLETED' || summaryStatus(entities, { ...healthy, now: now + later }) === 'COMPLETED'
    }),
  )
})
