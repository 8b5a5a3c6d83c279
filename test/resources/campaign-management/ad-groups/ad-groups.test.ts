import t from 'tap'
import { adGroupIn, cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { mock, testNow } from '#test/support/mock.ts'

t.test('a created ad group is answered key for key as the real service recorded it', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const { status, body } = await world.post('/ad_groups', [
    {
      name: 'Recorded',
      campaign_id: campaign.id,
      billable_event: 'IMPRESSION',
      bid_in_micro_currency: 5_000_000,
      status: 'PAUSED',
      targeting_spec: { GEO: ['US'] },
    },
  ])
  t.equal(status, 200)
  const { id } = body.items[0].data
  t.match(id, /^268\d{10}$/)
  t.strictSame(body, {
    items: [
      {
        data: {
          id,
          created_time: testNow,
          updated_time: testNow,
          start_time: null,
          end_time: null,
          bid_in_micro_currency: 5_000_000,
          budget_in_micro_currency: null,
          campaign_id: campaign.id,
          ad_account_id: world.account,
          auto_targeting_enabled: true,
          type: 'adgroup',
          budget_type: 'CBO_ADGROUP',
          billable_event: 'IMPRESSION',
          status: 'PAUSED',
          lifetime_frequency_cap: -1,
          targeting_spec: { GEO: ['US'] },
          name: 'Recorded',
          placement_group: 'ALL',
          pacing_delivery_type: 'STANDARD',
          tracking_urls: null,
          conversion_learning_mode_type: null,
          summary_status: 'PAUSED',
          feed_profile_id: '0',
          placement_traffic_type: null,
          optimization_goal_metadata: {},
          targeting_template_ids: null,
          is_creative_optimization: null,
          promotion_id: null,
          promotion_ids: [],
          promotion_application_level: null,
          bid_multiplier: null,
          ext_features: null,
          bid_strategy_type: 'MAX_BID',
          enabled_catalog_expansion: false,
        },
      },
    ],
  })
})

t.test('an ad group read by its id is the one that was created', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world), { status: 'PAUSED' })
  const { status, body } = await world.get(`/ad_groups/${adGroup.id}`)
  t.equal(status, 200)
  t.strictSame(body, adGroup)
})

t.test('an ad group in a list has two keys more than when it is read by its id', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const { status, body } = await world.get('/ad_groups')
  t.equal(status, 200)
  t.strictSame(body, {
    items: [{ ...adGroup, is_automated_campaign: false, is_creative_expansion: false }],
    bookmark: null,
  })
})

t.test('an ad group in a list says whether its campaign is automated', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world, { objective_type: 'CONSIDERATION', is_automated_campaign: true })
  await madeIn(world, campaign, { billable_event: 'CLICKTHROUGH' })
  const { body } = await world.get('/ad_groups')
  t.match(body.items, [{ is_automated_campaign: true }])
})

t.test('an updated ad group is answered whole, and only what was sent and its time have changed', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  world.clock.advance(5000)
  const { status, body } = await world.patch('/ad_groups', [{ id: adGroup.id, name: 'Renamed' }])
  t.equal(status, 200)
  t.strictSame(body, { items: [{ data: { ...adGroup, name: 'Renamed', updated_time: testNow + 5 } }] })
  t.strictSame((await world.get(`/ad_groups/${adGroup.id}`)).body, body.items[0].data)
})

t.test('an ad group of another ad account is not found by its path', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  const { status, body } = await world.call('GET', `/v5/ad_accounts/${other.id}/ad_groups/${adGroup.id}`)
  t.equal(status, 404)
  t.strictSame(body, {
    code: 1012,
    message: 'Request contains invalid gids: user 1055601737567567993, method GetAdGroupsByIds',
  })
})

t.test('an unknown ad group is not found by its path', async (t) => {
  const { get } = await mock(t)
  const { status, body } = await get('/ad_groups/123321')
  t.equal(status, 404)
  t.strictSame(body, {
    code: 1012,
    message: 'Request contains invalid gids: user 1055601737567567993, method GetAdGroupsByIds',
  })
})

t.test('an ad group of another ad account is an error of its item in a batch', async (t) => {
  const world = await mock(t)
  const adGroup = await madeIn(world, cbo(world))
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body
  const path = `/v5/ad_accounts/${other.id}/ad_groups`
  const { status, body } = await world.call('PATCH', path, [{ id: adGroup.id, name: 'Taken' }])
  t.equal(status, 200)
  t.strictSame(body, { items: [{ exceptions: [{ code: 2, message: 'Ad group not found.' }] }] })
  t.equal((await world.get(`/ad_groups/${adGroup.id}`)).body.name, 'Ad group')
})

t.test('the ad groups of an ad account that is not there are out of reach', async (t) => {
  const world = await mock(t)
  const item = adGroupIn(await cbo(world))
  for (const [method, path, body] of [
    ['GET', ''],
    ['GET', '/123'],
    ['POST', '', [item]],
    ['PATCH', '', [{ id: '1' }]],
  ] as const) {
    const answer = await world.call(method, `/v5/ad_accounts/123/ad_groups${path}`, body)
    t.equal(answer.status, 403)
    t.equal(answer.body.code, 29)
  }
})
