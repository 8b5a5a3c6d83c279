import t from 'tap'
import { z } from 'zod'
import { Id } from '#server/http/schema/fields.ts'
import { IdFilter, listOf } from '#server/http/schema/query-fields.ts'
import { otherForms } from '#server/http/validation/query-forms.ts'
import { mock } from '#test/support/mock.ts'

const schema = z.object({
  campaign_ids: IdFilter,
  columns: listOf(z.string()),
  name: z.string().optional(),
  id: Id.optional(),
})

const cases: readonly (readonly [query: string, lists: readonly string[]])[] = [
  ['campaign_ids=1,2', ['campaign_ids']],
  ['campaign_ids=1%2C2', ['campaign_ids']],
  ['campaign_ids=1%2c2&columns=A', ['campaign_ids']],
  ['campaign_ids=1&campaign_ids=2,3&campaign_ids=4,5', ['campaign_ids']],
  ['columns=A&columns=B', ['columns']],
  ['columns=A&campaign_ids=1,2&columns=B', ['columns', 'campaign_ids']],
  ['campaign_ids=1&campaign_ids=2', []],
  ['campaign_ids=1,', []],
  ['columns=A,B', []],
  ['columns=A%2CB', []],
  ['name=A,B', []],
  ['unknown=A,B', []],
  ['id=1&id=2', []],
  ['xcolumns=A&columns=B', []],
  ['', []],
]

for (const [query, lists] of cases) {
  t.test(`in ${JSON.stringify(query)} the lists in another form are: ${lists.join(', ') || 'none'}`, async (t) => {
    t.same(
      otherForms(query, schema).map((sentence) => sentence.split("'")[1]),
      lists,
    )
  })
}

const campaigns = '/v5/ad_accounts/549755885175/campaigns'

t.test('the journal warns of a list with commas that is documented as repeated, and the report finds it', async (t) => {
  const { call } = await mock(t)
  const { headers } = await call('GET', `${campaigns}?entity_statuses=ACTIVE,PAUSED`)
  const warning =
    "The list 'entity_statuses' was sent with commas; documented is a repeated parameter: entity_statuses=A&entity_statuses=B"
  const { body: entry } = await call('GET', `/__mock/requests/${headers['x-mock-request-id']}`)
  t.same(entry.warnings, [warning])
  const { body: report } = await call('GET', '/__mock/report')
  t.match(report.findings, [
    { finding: 'query-list-form', count: 1, occurrences: [{ message: `campaigns/list: ${warning}.` }] },
  ])
})

t.test('the documented forms bring no warning: repeated, and columns with commas', async (t) => {
  const { call } = await mock(t)
  await call('GET', `${campaigns}?entity_statuses=ACTIVE&entity_statuses=PAUSED`)
  const dates = 'start_date=2026-01-01&end_date=2026-01-02&granularity=DAY'
  await call('GET', `/v5/ad_accounts/549755885175/analytics?${dates}&columns=SPEND_IN_DOLLAR,TOTAL_CLICKTHROUGH`)
  const { body } = await call('GET', '/__mock/report')
  t.same(body.findings, [])
})
