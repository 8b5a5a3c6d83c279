import t from 'tap'
import { mock, testNow } from '../helper.ts'

const awareness = { name: 'Brand', objective_type: 'AWARENESS', daily_spend_cap: 100_000_000 }

t.test('a created campaign is answered key for key as the real service recorded it', async (t) => {
  const { post, account } = await mock(t)
  const { status, body } = await post('/campaigns', [{ ...awareness, status: 'PAUSED' }])
  t.equal(status, 200)
  t.strictSame(body, {
    items: [
      {
        data: {
          id: body.items[0].data.id,
          ad_account_id: account,
          name: 'Brand',
          objective_type: 'AWARENESS',
          lifetime_spend_cap: 0,
          daily_spend_cap: 100_000_000,
          order_line_id: null,
          tracking_urls: null,
          is_flexible_daily_budgets: false,
          is_automated_campaign: false,
          created_time: testNow,
          updated_time: testNow,
          type: 'campaign',
          summary_status: 'PAUSED',
          is_campaign_budget_optimization: true,
          start_time: testNow,
          end_time: null,
          is_performance_plus: false,
          is_top_of_search: false,
          bid_options: null,
          ext_features: null,
          status: 'PAUSED',
          intended_promotion_type: 'STANDARD_AD',
        },
        exceptions: [],
      },
    ],
  })
})

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
    t.notOk('data' in body.items[1])
    t.equal(headers['x-mock-rules'], 'campaign.budget.required')
    const listed = await get('/campaigns')
    t.same(
      listed.body.items.map(({ name }: { name: string }) => name),
      ['one', 'three'],
    )
  },
)
