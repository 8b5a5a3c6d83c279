import t from 'tap'
import { totalsOf } from '#server/inspection/report.ts'
import { findingsIn, limitsIn } from '#server/inspection/report-parts.ts'
import { JournalEntry } from '#server/journal/entry.ts'
import { newWatches } from '#server/journal/findings/detectors.ts'
import type { Journal } from '#server/journal/journal.ts'
import { JournalStore } from '#server/journal/journal-store.ts'
import { CallStatistics } from '#server/journal/statistics/call-statistics.ts'
import { ObservedCall } from '#server/journal/statistics/observed-call.ts'
import fc from '#test/support/fast-check.ts'

const campaigns = '/v5/ad_accounts/1/campaigns'

/** A call of a client, as far as statistics look at it. */
interface Act {
  readonly operation: string | null
  readonly method?: string
  readonly url: string
  readonly body?: string
  readonly status?: number
  readonly rules?: readonly string[]
  readonly faults?: readonly string[]
  readonly ignored?: readonly string[]
  readonly isLost?: boolean
}

const acts: readonly Act[] = [
  ...['a', 'b', 'a'].map((name) => ({
    operation: 'campaigns/create',
    method: 'POST',
    url: campaigns,
    body: `[{"name":"${name}"}]`,
  })),
  { operation: 'campaigns/create', method: 'POST', url: campaigns, body: '[]', isLost: true },
  { operation: 'campaigns/create', method: 'POST', url: campaigns, body: '[]', status: 400, rules: ['request.schema'] },
  ...[1, 2, 3, 4, 5, 6].map((id) => ({ operation: 'campaigns/get', url: `${campaigns}/${id}` })),
  { operation: 'campaigns/list', url: campaigns },
  ...['a', 'b'].map((bookmark) => ({ operation: 'campaigns/list', url: `${campaigns}?bookmark=${bookmark}` })),
  { operation: 'ads/list', url: '/v5/ad_accounts/1/ads?campaign_ids=1' },
  { operation: 'ads/list', url: '/v5/ad_accounts/1/ads?campaign_ids=2&colour=red', ignored: ['colour'] },
  { operation: 'boards/list', url: '/v5/boards', status: 429, rules: ['request.rate'], faults: ['one: rate_limited'] },
  { operation: 'boards/list', url: '/v5/boards' },
  { operation: 'boards/list', url: '/v5/boards', status: 401, rules: ['request.token'] },
  { operation: null, url: '/v5/nowhere', status: 404, rules: ['request.path'] },
  { operation: 'oauth/token', method: 'POST', url: '/v5/oauth/token', body: 'grant_type=client_credentials' },
]

let id = 0

/** Records a call, answered and ended. */
function record(journal: Journal, act: Act, { caller = 'one', time = 0 } = {}): JournalEntry {
  const { operation, method = 'GET', url, body, status = 200, rules = [], faults = [], ignored = [], isLost } = act
  const entry = new JournalEntry({
    owner: journal,
    id: String(1_000_000 + ++id),
    world: journal.world,
    method,
    url,
    headers: { authorization: `Bearer ${caller}` },
    received: time,
    time,
  })
  journal.add(entry)
  entry.operation = operation
  if (body !== undefined) entry.sent(body)
  entry.items = 1
  const facts = { ignored, deprecated: [], forms: [], warnings: ignored }
  entry.findings = { characters: body?.length ?? 0, isRead: false, facts }
  entry.faults = faults
  entry.rules = rules
  entry.refused(rules.map((rule) => ({ rule, code: 1, message: rule })))
  entry.lost = isLost ?? false
  entry.status = isLost ? null : status
  if (operation === 'oauth/token') entry.answered('{"scope":"ads:read,boards:read"}')
  entry.complete()
  entry.end()
  return entry
}

const sequence = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    caller: fc.constantFrom('one', 'two'),
    seconds: fc.constantFrom(0, 0, 1, 20, 90),
  }),
  { maxLength: 60 },
)

t.test('what is counted and found does not depend on how many calls the journal has room for', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, fc.integer({ min: 1, max: 8 }), async (calls, room) => {
      const first = id
      const summaryAfter = async (entries: number) => {
        id = first
        let time = 0
        const journal = new JournalStore({ entries }).open('one')
        for (const { act, caller, seconds } of calls) {
          time += seconds * 1000
          record(journal, act, { caller, time })
        }
        const { counts, findings } = await totalsOf([journal])
        return { counts: plain(counts), findings: plain(findings) }
      }
      const [small, large] = [await summaryAfter(room), await summaryAfter(10_000)]
      return JSON.stringify(small) === JSON.stringify(large)
    }),
    { numRuns: 300 },
  )
})

/** Maps and sets as lists, for comparison. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_name, part) => (part instanceof Map || part instanceof Set ? [...part] : part)))

t.test('what watches do not want to see would change nothing that they find', async () => {
  fc.assert(
    fc.property(sequence, (calls) => {
      const journal = new JournalStore({ entries: 10_000 }).open('one')
      const [counted, all] = [new CallStatistics(), newWatches()]
      let time = 0
      for (const { act, caller, seconds } of calls) {
        time += seconds * 1000
        const entry = record(journal, act, { caller, time })
        counted.add(entry)
        for (const watch of all) watch.observe(new ObservedCall(entry))
      }
      const found = (watches: CallStatistics['watches']) => plain(watches.flatMap((watch) => watch.found()))
      return JSON.stringify(found(counted.watches)) === JSON.stringify(found(all))
    }),
    { numRuns: 300 },
  )
})

t.test('a copy of statistics does not change with what is added to them later', async () => {
  fc.assert(
    fc.property(sequence, sequence, (before, after) => {
      const journal = new JournalStore({ entries: 10_000 }).open('one')
      const statistics = new CallStatistics()
      for (const { act } of before) statistics.add(record(journal, act))
      const copy = new CallStatistics(statistics)
      const look = () => JSON.stringify(plain([copy.counts, copy.watches.map((watch) => watch.found())]))
      const first = look()
      for (const { act } of after) statistics.add(record(journal, act))
      return look() === first
    }),
    { numRuns: 100 },
  )
})

t.test('a detector that let something go says so in the report, and one that did not is silent', async (t) => {
  const journal = new JournalStore({ entries: 1 }).open('one')
  const create = (name: number) =>
    record(journal, { operation: 'campaigns/create', method: 'POST', url: campaigns, body: `[{"name":"${name}"}]` })
  for (let name = 0; name < 50_001; name++) create(name)
  create(0)
  create(50_000)
  const totals = await totalsOf([journal])
  t.same(limitsIn(totals), [
    'duplicate-create remembers the latest 25,000 creations of each world: 25000 more were not compared',
  ])
  const [finding] = findingsIn(totals, journal.redactor)
  t.match(finding, { finding: 'duplicate-create', count: 1 }, 'the latest is found again, the first is not')
})

t.test(
  'of a finding that is made a million times, the first thousand places are told and all are counted',
  async (t) => {
    const journal = new JournalStore({ entries: 1 }).open('one')
    const act = { operation: 'campaigns/create', method: 'POST', url: campaigns, body: '[]' }
    for (let count = 0; count < 3001; count++) record(journal, act)
    const [finding] = findingsIn(await totalsOf([journal]), journal.redactor)
    t.equal(finding?.count, 3000)
    t.equal(finding?.occurrences.length, 1000)
  },
)

t.test('faults of more names than are counted apart are counted together', async (t) => {
  const journal = new JournalStore({ entries: 1 }).open('one')
  for (let name = 0; name < 1003; name++) {
    record(journal, { operation: 'boards/list', url: '/v5/boards', faults: [`fault-${name}: latency`] })
  }
  const totals = await totalsOf([journal])
  t.equal(totals.counts.faults.byKey.size, 1000)
  t.same(limitsIn(totals), ['faults are counted apart up to 1000: 3 more calls met others'])
})
