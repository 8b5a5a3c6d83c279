import t from 'tap'
import { awareness } from '#test/fixtures/campaigns.ts'
import { type Json, mock, testNow } from '#test/support/mock.ts'

t.test(
  'of a batch, what is right is stored and what is wrong comes back as its error, in the order sent',
  async (t) => {
    const { post, get } = await mock(t)
    const { status, body, headers } = await post('/campaigns', [
      { ...awareness, name: 'one' },
      { name: 'two', objective_type: 'AWARENESS' },
      { ...awareness, name: 'three' },
    ])
    t.equal(status, 200)
    t.match(body.items, [
      { data: { name: 'one' }, exceptions: [] },
      { exceptions: [{ code: 2384 }] },
      { data: { name: 'three' }, exceptions: [] },
    ])
    t.strictSame(body.items[1].data, {}, 'what was refused has empty data, as it was recorded')
    t.equal(headers['x-mock-rules'], 'campaign.budget.required')
    const listed = await get('/campaigns')
    t.same(
      listed.body.items.map(({ name }: Json) => name),
      ['one', 'three'],
    )
  },
)

t.test('a batch of which every item is wrong is still a 200', async (t) => {
  const { post } = await mock(t)
  const { status, body } = await post('/campaigns', [{ name: 'Unbudgeted', objective_type: 'AWARENESS' }])
  t.equal(status, 200)
  t.strictSame(body, {
    items: [
      {
        data: {},
        exceptions: [
          {
            code: 2384,
            message:
              'CBO (campaign budget optimization) campaigns should have a campaign [lifetime_spend_cap and end_time] or [daily_spend_cap]. ',
          },
        ],
      },
    ],
  })
})

t.test('an item that breaks several rules is told all of them', async (t) => {
  const { post } = await mock(t)
  const { body, headers } = await post('/campaigns', [
    { ...awareness, lifetime_spend_cap: 1_000_000, end_time: testNow, is_top_of_search: true },
  ])
  t.equal(body.items[0].exceptions.length, 4)
  t.same(headers['x-mock-rules'].split(','), [
    'campaign.budget.one-cap',
    'campaign.schedule.end-after-start',
    'campaign.schedule.end-in-future',
    'campaign.top-of-search.objective',
  ])
})

t.test('a campaign that a batch changes twice has both changes', async (t) => {
  const { create, patch, get } = await mock(t)
  const { id } = await create('/campaigns', awareness)
  const { body } = await patch('/campaigns', [
    { id, name: 'Renamed' },
    { id, status: 'PAUSED' },
  ])
  t.match(body.items, [
    { data: { name: 'Renamed', status: 'ACTIVE' } },
    { data: { name: 'Renamed', status: 'PAUSED' } },
  ])
  t.match((await get(`/campaigns/${id}`)).body, { name: 'Renamed', status: 'PAUSED' })
})
