import t from 'tap'
import type { DivergenceKind, RehearsedCall } from '#server/domain/api-version/divergence.ts'
import { detectors, newWatches } from '#server/journal/findings/detectors.ts'
import type { Occurrence } from '#server/journal/findings/occurrences.ts'
import type { Call } from '#server/journal/statistics/call.ts'

const campaigns = '/ad_accounts/1/campaigns'
const nothing = {
  status: 200,
  stored: false,
  wait: null,
  lost: false,
  ignored: [],
  deprecated: [],
  forms: [],
  needs: [],
  grants: [],
  url: '',
  bodyLength: 0,
  unmatched: false,
  rehearsal: null,
  unread: null,
}
const reading = { operation: 'campaigns/list', method: 'GET', path: campaigns, body: null, category: 'ads_read' }
const creating = { operation: 'campaigns/create', method: 'POST', body: '[{"name":"x"}]', category: 'ads_write' }

const call = (fields: Partial<Call> & { readonly search?: string }): Call => ({
  ...nothing,
  ...reading,
  id: '1',
  query: new URLSearchParams(fields.search),
  time: 0,
  ad_account: '1',
  caller: 'one',
  faults: [],
  ...fields,
})
const create = (fields: Partial<Call> = {}): Call => call({ ...creating, stored: true, ...fields })
const page = (bookmark: string, fields: Partial<Call> = {}): Call => call({ search: `bookmark=${bookmark}`, ...fields })
const one = (id: number, fields: Partial<Call> = {}): Call =>
  call({ operation: 'campaigns/get', path: `${campaigns}/${id}`, ...fields })
const five = [1, 2, 3, 4, 5]
const rehearsed = (kind: DivergenceKind): RehearsedCall => ({
  version: '5.23',
  divergences: [{ kind, at: '[].ad_account_id', value: null }],
})
const limited = call({ status: 429, wait: 2 })
const token = call({ operation: 'oauth/token', grants: ['ads:read', 'ads:write'] })

/** What a detector finds in calls that it sees one after the other. */
function found(finding: string, calls: readonly Call[]): readonly Occurrence[] {
  const watches = newWatches()
  for (const one of calls) for (const watch of watches) watch.observe(one)
  const all = watches.flatMap((watch) => watch.found())
  return all.find(({ detector }) => detector.id === finding)?.occurrences.list ?? []
}

interface Case {
  readonly finding: string
  readonly when: string
  readonly has: readonly Call[]
  readonly unless: string
  readonly hasNot: readonly Call[]
}

const cases: readonly Case[] = [
  {
    finding: 'retry-before-reset',
    when: 'the next call of the category comes too early',
    has: [limited, call({ time: 1999, operation: 'ads/list' })],
    unless: 'it waits as long as it was told',
    hasNot: [limited, call({ time: 2000 })],
  },
  {
    finding: 'retry-before-reset',
    when: 'a call of another category goes before it',
    has: [limited, create(), call({ time: 1 })],
    unless: 'another caller calls',
    hasNot: [limited, call({ time: 1, caller: 'two' })],
  },
  {
    finding: 'bookmark-loop',
    when: 'a bookmark is asked twice on one walk',
    has: [call({}), page('a'), page('b'), page('a')],
    unless: 'a new walk begins between',
    hasNot: [call({}), page('a'), page('b'), call({}), page('a')],
  },
  {
    finding: 'bookmark-loop',
    when: 'the page size changes on the way',
    has: [page('a'), call({ search: 'page_size=5&bookmark=a' })],
    unless: 'the first time failed',
    hasNot: [page('a', { status: 429 }), page('a')],
  },
  {
    finding: 'create-after-lost-answer',
    when: 'the same body follows a lost answer',
    has: [create({ lost: true }), create()],
    unless: 'the body is another',
    hasNot: [create({ lost: true }), create({ body: '[]' })],
  },
  {
    finding: 'create-after-lost-answer',
    when: 'the server failed',
    has: [create({ status: 500, stored: false, lost: true }), create()],
    unless: 'the call was refused',
    hasNot: [create({ status: 400, stored: false }), create()],
  },
  {
    finding: 'duplicate-create',
    when: 'the same body is stored twice',
    has: [create(), create()],
    unless: 'nothing was stored the first time',
    hasNot: [create({ stored: false }), create()],
  },
  {
    finding: 'duplicate-create',
    when: 'something else is read between',
    has: [create(), call({}), create()],
    unless: 'they are events, which have ids of their own',
    hasNot: [create({ operation: 'events/create' }), create({ operation: 'events/create' })],
  },
  {
    finding: 'list-per-item',
    when: 'five campaigns are read one by one',
    has: five.map((id) => one(id)),
    unless: 'they are four',
    hasNot: five.slice(1).map((id) => one(id)),
  },
  {
    finding: 'list-per-item',
    when: 'a filter that takes many has one, five times',
    has: five.map((id) => call({ operation: 'ads/list', search: `ad_group_ids=${id}` })),
    unless: 'it has two each time',
    hasNot: five.map((id) => call({ operation: 'ads/list', search: `ad_group_ids=${id},9` })),
  },
  {
    finding: 'list-per-item',
    when: 'they lie close together',
    has: five.map((id) => one(id, { time: id * 10_000 })),
    unless: 'a minute passes between',
    hasNot: five.map((id) => one(id, { time: id * 60_000 })),
  },
  {
    finding: 'list-per-item',
    when: 'one of them is read twice on the way',
    has: [one(1), ...five.map((id) => one(id))],
    unless: 'it is the same one each time',
    hasNot: five.map(() => one(1)),
  },
  {
    finding: 'unneeded-scope',
    when: 'a scope was granted that nothing needs',
    has: [token, call({ needs: ['ads:read'] })],
    unless: 'a call needs it',
    hasNot: [token, call({ needs: ['ads:read'] }), create({ needs: ['ads:write'] })],
  },
  {
    finding: 'ignored-field',
    when: 'a call has one',
    has: [create({ ignored: ['colour'] })],
    unless: 'it has none',
    hasNot: [create()],
  },
  {
    finding: 'unmatched-call',
    when: 'no operation has the path',
    has: [call({ operation: null, path: '/nowhere', status: 404, unmatched: true })],
    unless: 'an operation answers it',
    hasNot: [call({ status: 404 })],
  },
  {
    finding: 'breaking-change',
    when: 'the rehearsed version requires a field that is not sent',
    has: [create({ rehearsal: rehearsed('required-field') }), create({ rehearsal: rehearsed('required-field') })],
    unless: 'its response only has more fields',
    hasNot: [create({ rehearsal: rehearsed('added-to-response') })],
  },
  {
    finding: 'deprecated-field',
    when: 'a call has one',
    has: [create({ deprecated: ["The field '[].ad_account_id' is deprecated: no effect"] })],
    unless: 'it has none',
    hasNot: [create()],
  },
  {
    finding: 'query-list-form',
    when: 'a list of the query is in another form than the documented one',
    has: [call({ forms: ["The list 'columns' was sent repeatedly"] })],
    unless: 'none is',
    hasNot: [call({})],
  },
]

for (const { finding: id, when, has, unless, hasNot } of cases) {
  t.test(`${id} is found when ${when}`, async (t) => {
    t.equal(found(id, has).length, 1)
  })

  t.test(`${id} is not found when ${unless}`, async (t) => {
    t.same(found(id, hasNot), [])
  })
}

t.test('every finding has a case', async (t) => {
  const shown = new Set(cases.map(({ finding }) => finding))
  t.same(
    detectors.map(({ id }) => id).filter((id) => !shown.has(id)),
    [],
  )
})

t.test('the same ignored field in two calls is one occurrence, with both', async (t) => {
  const calls = ['1', '2'].map((id) => create({ id, ignored: ['colour'] }))
  t.match(found('ignored-field', calls), [
    { message: "campaigns/create: 'colour' is described by no version that is known here.", requests: ['1', '2'] },
  ])
})
