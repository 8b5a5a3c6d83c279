import t from 'tap'
import { daysOf } from '#server/resources/reporting/report-templates/date-range.ts'
import { templateIn, tryTemplateReport } from '#test/fixtures/report-templates.ts'
import { daysAgo, fetchFile, reportState, reportTakes } from '#test/fixtures/reports.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const small = { seed: 'small' }

/** The text of the file of a report by a template. */
async function fileBy(world: Mock, template: Json, query: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, body } = await tryTemplateReport(world, template.id, query)
  if (status !== 200) throw new Error(JSON.stringify(body))
  world.clock.advance(reportTakes * 1000)
  return (await fetchFile(world, (await reportState(world, body.token)).url)).body
}

const rowsBy = async (
  world: Mock,
  template: Json,
  query: Readonly<Record<string, string>> = {},
): Promise<readonly Json[]> => Object.values<readonly Json[]>(JSON.parse(await fileBy(world, template, query))).flat()
const datesOf = (rows: readonly Json[]): readonly string[] => [...new Set(rows.map(({ DATE }) => DATE))].sort()

t.test('an ad account has no templates at first', async (t) => {
  t.strictSame((await (await mock(t)).get('/templates')).body, { items: [], bookmark: null })
})

t.test('a template is listed with all that it is', async (t) => {
  const world = await mock(t)
  const template = await templateIn(world, { name: 'Weekly', columns: ['SPEND_IN_DOLLAR'] })
  t.match(template.id, /^67392\d{8}$/)
  t.strictSame((await world.get('/templates')).body.items, [template])
  t.strictSame(template, {
    id: template.id,
    ad_account_id: world.account,
    ad_account_ids: [world.account],
    user_id: template.user_id,
    name: 'Weekly',
    type: 'BULK',
    report_level: 'CAMPAIGN',
    report_format: 'JSON',
    granularity: 'DAY',
    date_range: { absolute_date_range: null, dynamic_date_range: null, relative_date_range: null },
    report_start_relative_days_in_past: 7,
    report_end_relative_days_in_past: 1,
    filters_json: null,
    click_window_days: 30,
    engagement_window_days: 30,
    view_window_days: 1,
    conversion_report_time_type: 'TIME_OF_AD_ACTION',
    ingestion_sources: null,
    custom_column_ids: null,
    creation_source: 'ADS_MANAGER_REPORT_BUILDER',
    is_deleted: false,
    is_owned_by_user: true,
    is_scheduled: false,
    columns: ['SPEND_IN_DOLLAR'],
    updated_time: world.now,
  })
})

t.test('templates are listed in pages, in either order, and are changed and deleted by direct edits', async (t) => {
  const world = await mock(t)
  const [first, second] = [await templateIn(world), await templateIn(world)]
  const newest = (await world.get('/templates?page_size=1&order=DESCENDING')).body
  t.equal(newest.items[0].id, second.id)
  t.ok(newest.bookmark)
  await world.call('PATCH', `/__mock/entities/report_templates/${first.id}`, { is_deleted: true })
  await world.call('DELETE', `/__mock/entities/report_templates/${second.id}`)
  t.match((await world.get('/templates')).body.items, [{ id: first.id, is_deleted: true }])
})

t.test('a report by a template begins as another one does, and its state is read as theirs', async (t) => {
  const world = await mock(t, small)
  const template = await templateIn(world)
  const { status, body } = await tryTemplateReport(world, template.id)
  t.equal(status, 200)
  t.match(body, { template_id: template.id, report_status: 'IN_PROGRESS', message: '' })
  world.clock.advance(reportTakes * 1000)
  t.match(await reportState(world, body.token), { report_status: 'FINISHED' })
})

t.test('it has the columns, level and format of the template, and the days before the present one', async (t) => {
  const world = await mock(t, small)
  const columns = ['SPEND_IN_DOLLAR', 'COLUMN_OF_ANOTHER_TOOL']
  const rows = await rowsBy(world, await templateIn(world, { report_level: 'AD_GROUP', columns }))
  t.strictSame(datesOf(rows), [7, 6, 5, 4, 3, 2, 1].map(daysAgo))
  for (const row of rows) t.strictSame(Object.keys(row), ['DATE', 'AD_GROUP_ID', 'SPEND_IN_DOLLAR'])
  const [names] = (await fileBy(world, await templateIn(world, { report_format: 'CSV', columns }))).split('\n')
  t.equal(names, 'DATE,CAMPAIGN_ID,SPEND_IN_DOLLAR,COLUMN_OF_ANOTHER_TOOL')
})

t.test('the query has other days and another granularity', async (t) => {
  const world = await mock(t, small)
  const template = await templateIn(world)
  const days = { start_date: daysAgo(3), end_date: daysAgo(2) }
  t.strictSame(datesOf(await rowsBy(world, template, days)), [daysAgo(3), daysAgo(2)])
  t.strictSame(datesOf(await rowsBy(world, template, { start_date: daysAgo(2) })), [daysAgo(2), daysAgo(1)])
  t.notOk('DATE' in (await rowsBy(world, template, { granularity: 'TOTAL' }))[0])
})

const ranges = {
  'an absolute range': [
    { absolute_date_range: { type: 'absolute', start_date: 1_779_840_000, end_date: 1_780_012_800 } },
    '2026-05-27',
    '2026-05-29',
  ],
  'days in the past': [
    { relative_date_range: { type: 'relative', start_days_in_past: 5, end_days_in_past: 4 } },
    daysAgo(5),
    daysAgo(4),
  ],
  'the last month': [{ dynamic_date_range: { type: 'dynamic', range: 'LAST_MONTH' } }, '2026-05-01', '2026-05-31'],
  'the quarter until now': [
    { dynamic_date_range: { type: 'dynamic', range: 'QUARTER_TO_DATE' } },
    undefined,
    '2026-06-01',
  ],
  'the month until now': [
    { dynamic_date_range: { type: 'dynamic', range: 'MONTH_TO_DATE' } },
    '2026-06-01',
    '2026-06-01',
  ],
  'the year until now': [{ dynamic_date_range: { type: 'dynamic', range: 'YEAR_TO_DATE' } }, undefined, '2026-06-01'],
} as const

for (const [name, [date_range, first, last]] of Object.entries(ranges)) {
  t.test(`the days of a template may be ${name}`, async (t) => {
    const world = await mock(t, small)
    const dates = datesOf(await rowsBy(world, await templateIn(world, { date_range })))
    if (first !== undefined) t.equal(dates[0], first)
    t.equal(dates.at(-1), last)
  })
}

t.test('the last quarter is the three months before this one, also over the turn of a year', async (t) => {
  const days = (now: string) => {
    const dynamic_date_range = { type: 'dynamic', range: 'LAST_QUARTER' } as const
    const date_range = { dynamic_date_range }
    const relative = { report_start_relative_days_in_past: 7, report_end_relative_days_in_past: 1 }
    return daysOf({ date_range, ...relative }, Date.parse(now) / 1000)
  }
  t.strictSame(days('2026-06-01'), { start_date: '2026-01-01', end_date: '2026-03-31' })
  t.strictSame(days('2026-02-10'), { start_date: '2025-10-01', end_date: '2025-12-31' })
})

t.test('filters of a template keep rows by figures and by attributes', async (t) => {
  const world = await mock(t, small)
  const filtered = async (...filters: object[]) =>
    rowsBy(
      world,
      await templateIn(world, { columns: ['CAMPAIGN_NAME', 'SPEND_IN_DOLLAR'], filters_json: JSON.stringify(filters) }),
    )
  const all = await filtered()
  const names = new Set(all.map(({ CAMPAIGN_NAME }) => CAMPAIGN_NAME))
  t.ok(names.size > 1)
  const [name] = names
  const isNamed = (row: Json): boolean => row.CAMPAIGN_NAME === name
  const field = 'CAMPAIGN_NAME'
  t.same(await filtered({ field, operator: '=', value: name }), all.filter(isNamed))
  t.same(await filtered({ field, operator: 'in', value: [name, 'Other'] }), all.filter(isNamed))
  t.same(
    await filtered({ field, operator: '!=', value: name }),
    all.filter((row) => !isNamed(row)),
  )
  t.same(await filtered({ field, operator: 'not_in', value: [...names] }), [])
  t.same(
    await filtered({ field, operator: 'contains_substring', value: String(name).slice(1, 6).toUpperCase() }),
    all.filter(isNamed),
  )
  const many = all.filter(({ SPEND_IN_DOLLAR }) => SPEND_IN_DOLLAR > 15)
  t.same(await filtered({ field: 'SPEND_IN_DOLLAR', operator: '>', value: 15 }), many)
  t.same(
    await filtered({ field: 'SPEND_IN_DOLLAR', operator: '>', value: 15 }, { field, operator: '=', value: name }),
    many.filter(isNamed),
  )
  t.same(await filtered({ field: 'TOTAL_IMPRESSION', operator: '<', value: 0 }), [])
})

t.test('text that is no filters is refused', async (t) => {
  const { call, account } = await mock(t)
  for (const filters_json of [
    '',
    '{}',
    '[{"field":"SPEND_IN_DOLLAR"}]',
    '[{"field":"X","operator":"like","value":1}]',
  ]) {
    const { status } = await call('POST', '/__mock/entities/report_templates', { ad_account_id: account, filters_json })
    t.equal(status, 400)
  }
})

t.test('an unknown template is not found', async (t) => {
  const { status, headers } = await tryTemplateReport(await mock(t), '6739202000001')
  t.equal(status, 404)
  t.equal(headers['x-mock-rules'], 'report_template.path')
})
