import t from 'tap'
import type { Effect } from '#server/domain/faults/effect.ts'
import type { FaultRule } from '#server/domain/faults/fault.ts'
import { Faults } from '#server/domain/faults/faults.ts'
import type { Call } from '#server/domain/faults/match.ts'
import type { CallMatch } from '#server/domain/matching/call-match.ts'
import { RedactedCall } from '#server/domain/matching/call-view.ts'
import { Redactor } from '#server/domain/redaction/redactor.ts'

const body = [{ name: 'Sale', labels: ['a', 'b'] }, { name: 'Other' }]
const callOf = (operation: string): Call => ({
  request: new RedactedCall({
    operation,
    method: 'POST',
    url: '/v5/ad_accounts/7/campaigns?page_size=25&order=ASCENDING',
    headers: { authorization: 'Bearer pina_secret', 'user-agent': 'sdk/1.2 (node)' },
    body: JSON.stringify(body),
    redactor: new Redactor(),
  }),
  isBatch: true,
  itemCount: body.length,
})
const call = callOf('campaigns/create')
const ruleOf = (rule: Partial<FaultRule> = {}): FaultRule => ({
  match: {},
  trigger: {},
  effect: { type: 'reset' },
  ...rule,
})

/** Which of so many calls are struck, counted from 1. */
function struck(count: number, rule: Partial<FaultRule>): readonly number[] {
  const faults = new Faults()
  faults.add(ruleOf(rule), 0)
  return Array.from({ length: count }, (_, index) => index + 1).filter(() => faults.plan(call, 0) !== undefined)
}

const matching: readonly [string, CallMatch, CallMatch][] = [
  ['an operation', { operation: 'campaigns/create' }, { operation: 'campaigns/update' }],
  ['a method', { method: 'POST' }, { method: 'PATCH' }],
  ['a path', { path: '/ad_accounts/7/campaigns' }, { path: '/ad_accounts/7/campaign' }],
  ['a path with the version', { path: '/v5/ad_accounts/7/campaigns' }, { path: '/v5ad_accounts/7/campaigns' }],
  ['a path with a wildcard', { path: '/ad_accounts/*/campaigns' }, { path: '/ad_accounts/*/ads' }],
  ['a path as it is spelled', { path: '/ad_accounts/7*' }, { path: '/ad.accounts/7*' }],
  ['an ad account', { ad_account: '7' }, { ad_account: '8' }],
  ['a place in the body', { body_path: '[0].labels' }, { body_path: '[1].labels' }],
  ['a place in any item', { body_path: '[*].labels[1]' }, { body_path: '[*].labels[2]' }],
  [
    'a value in the body',
    { body_path: '[0].name', body_equals: 'Sale' },
    { body_path: '[1].name', body_equals: 'Sale' },
  ],
  ['one value of several', { body_path: '[*].name', body_equals: 'Other' }, { body_path: '[*].name', body_equals: 1 }],
  [
    'a list in the body',
    { body_path: '[0].labels', body_equals: ['a', 'b'] },
    { body_path: '[0].labels', body_equals: ['b', 'a'] },
  ],
  [
    'an object, in any order',
    { body_path: '[0]', body_equals: { labels: ['a', 'b'], name: 'Sale' } },
    { body_path: '[0]', body_equals: { name: 'Sale' } },
  ],
  ['the whole body', { body_equals: body }, { body_equals: [] }],
  ['a parameter', { query: { page_size: 25 } }, { query: { page_size: 2 } }],
  ['a pattern of a parameter', { query: { order: 'ASC*' } }, { query: { order: '*ASC' } }],
  ['an absent parameter', { query: { bookmark: null } }, { query: { page_size: null } }],
  ['a header, whatever its case', { headers: { 'User-Agent': '*(node)' } }, { headers: { 'User-Agent': 'node' } }],
  ['an absent header', { headers: { from: null } }, { headers: { from: '*' } }],
  ['a credential by its form', { headers: { authorization: 'Bearer *' } }, { headers: { authorization: 'Basic *' } }],
  ['a part of the body', { body_contains: '"name":"Other"' }, { body_contains: 'other' }],
  ['all of it', { method: 'POST', ad_account: '7' }, { method: 'POST', ad_account: '8' }],
]
for (const [what, passes, fails] of matching) {
  t.test(`a fault can be for ${what}`, async (t) => {
    t.same(struck(1, { match: passes }), [1])
    t.same(struck(1, { match: fails }), [])
  })
}

t.test('what an object has of its own is all that a path finds in it', async (t) => {
  for (const body_path of ['constructor', '[0].__proto__', '[0].name.length']) {
    t.same(struck(1, { match: { body_path } }), [], body_path)
  }
})

const triggers: readonly [string, Partial<FaultRule>, readonly number[]][] = [
  ['all', {}, [1, 2, 3, 4, 5, 6]],
  ['the third alone', { trigger: { nth: 3 } }, [3]],
  ['the first two', { trigger: { first: 2 } }, [1, 2]],
  ['every second', { trigger: { every: 2 } }, [2, 4, 6]],
  ['every second, but twice at the most', { trigger: { every: 2 }, times: 2 }, [2, 4]],
  ['the first three, but once at the most', { trigger: { first: 3 }, times: 1 }, [1]],
  ['any with a probability of 1', { trigger: { probability: 1 } }, [1, 2, 3, 4, 5, 6]],
]
for (const [what, rule, expected] of triggers) {
  t.test(`a fault can strike ${what}`, async (t) => {
    t.same(struck(6, rule), expected)
  })
}

t.test('with a probability about that share is struck, the same ones with the same seed', async (t) => {
  const some = struck(1000, { trigger: { probability: 0.2 }, seed: 1 })
  t.ok(some.length > 150 && some.length < 250, `${some.length} of 1000`)
  t.same(struck(1000, { trigger: { probability: 0.2 }, seed: 1 }), some)
  t.notSame(struck(1000, { trigger: { probability: 0.2 }, seed: 2 }), some)
  t.same(struck(1000, { trigger: { probability: 0.2 } }), struck(1000, { trigger: { probability: 0.2 } }))
})

t.test('calls that do not match are not counted', async (t) => {
  const faults = new Faults()
  const fault = faults.add(ruleOf({ match: { operation: 'ads/list' }, trigger: { nth: 2 } }), 0)
  const list = callOf('ads/list')
  const done = [list, call, call, list].map((one) => faults.plan(one, 0) !== undefined)
  t.same(done, [false, false, false, true])
  t.match(fault, { matched: 2, hits: 1, remaining: 0 })
})

t.test('a fault that has expired strikes no more, and counts no more', async (t) => {
  const faults = new Faults()
  const fault = faults.add(ruleOf({ expires_in: 60 }), 1000)
  t.ok(faults.plan(call, 1059))
  t.notOk(faults.plan(call, 1060))
  t.match(fault, { matched: 1, expires: 1060 })
  t.ok(fault.isActive(1059))
  t.notOk(fault.isActive(1060))
})

t.test('what remains is told as far as there is an end', async (t) => {
  const remaining = (rule: Partial<FaultRule>, calls: number): number | null => {
    const faults = new Faults()
    const fault = faults.add(ruleOf(rule), 0)
    for (let count = 0; count < calls; count++) faults.plan(call, 0)
    return fault.remaining
  }
  t.equal(remaining({}, 5), null)
  t.equal(remaining({ times: 3 }, 2), 1)
  t.equal(remaining({ trigger: { nth: 3 } }, 2), 1)
  t.equal(remaining({ trigger: { nth: 3 } }, 3), 0)
  t.equal(remaining({ trigger: { first: 5 }, times: 2 }, 1), 1)
  t.equal(remaining({ trigger: { first: 2 }, times: 5 }, 1), 1)
})

/** The plan for one call under these effects, in order. */
const planned = (effects: readonly Effect[], requested?: Effect) => {
  const faults = new Faults()
  const all = effects.map((effect) => faults.add(ruleOf({ effect }), 0))
  return { plan: faults.plan(call, 0, requested), hits: all.map(({ hits }) => hits) }
}

t.test('of several effects on the answer the first wins, and the others are not used up', async (t) => {
  const { plan, hits } = planned([{ type: 'empty' }, { type: 'reset' }])
  t.match(plan, { applied: [{ id: 'fault-1' }], answer: { type: 'empty' } })
  t.same(hits, [1, 0])
})

t.test('latencies add up, and leave the answer to others', async (t) => {
  const { plan } = planned([
    { type: 'latency', latency: 20 },
    { type: 'reset', latency: 5 },
    { type: 'latency', latency: 10 },
  ])
  t.match(plan, {
    applied: [{ id: 'fault-1' }, { id: 'fault-2' }, { id: 'fault-3' }],
    delay: 35,
    answer: { type: 'reset' },
  })
})

t.test('together they are no longer than the longest wait', async (t) => {
  const { plan } = planned(Array(3).fill({ type: 'latency', latency: 500_000 }))
  t.equal(plan?.delay, 600_000)
})

t.test('items that are refused come together, each by the first that refuses it', async (t) => {
  const { plan } = planned([
    { type: 'items', items: [{ item: 1, code: 1, message: 'one' }] },
    { type: 'items', items: [0, 1].map((item) => ({ item, code: 2, message: 'two' })) },
  ])
  t.same(
    [...(plan?.refusedItems ?? [])].map(([place, { code }]) => [place, code]),
    [
      [1, 1],
      [0, 2],
    ],
  )
})

t.test('an item that is not in the batch is no match', async (t) => {
  const third: Effect = { type: 'items', items: [{ item: 2, code: 1, message: '' }] }
  const last: Effect = { type: 'items', items: [{ item: 1, code: 1, message: '' }] }
  t.notOk(planned([third]).plan)
  t.ok(planned([last]).plan)
})

t.test('what the request asks for goes before what the world says', async (t) => {
  const { plan, hits } = planned([{ type: 'reset' }, { type: 'latency', latency: 7 }], { type: 'empty' })
  t.match(plan, { applied: [{ id: 'x-mock-fault' }, { id: 'fault-2' }], delay: 7, answer: { type: 'empty' } })
  t.same(hits, [0, 1])
})

t.test('a name that is given away already is not given again', async (t) => {
  const faults = new Faults()
  faults.add(ruleOf(), 0, 'fault-1')
  t.equal(faults.add(ruleOf(), 0).id, 'fault-2')
})
