import t from 'tap'
import { cbo, fill, madeIn, perGroup } from '../fixtures/ad-groups.ts'
import { madeAd, pinOf, readAd, tryAd } from '../fixtures/ads.ts'
import { audienceIn, conversionTagIn, customerListIn } from '../fixtures/audiences.ts'
import { awareness } from '../fixtures/campaigns.ts'
import { broad, keywordsOf, parentsIn, valuesIn } from '../fixtures/keywords.ts'
import { made, promoting } from '../fixtures/promotions.ts'
import { namesIn, templateIn } from '../fixtures/templates.ts'
import { type Answer, type Json, type Mock, mock } from '../support/mock.ts'

/** The answer to a direct edit. */
const edit = ({ call }: Mock, kind: string, { id }: Json, change: object): Promise<Answer> =>
  call('PATCH', `/__mock/entities/${kind}/${id}`, change)

t.test('an archived campaign is put back, and the API changes it again', async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', awareness)
  await world.change('/campaigns', { id: campaign.id, status: 'ARCHIVED' })
  const { status, body } = await edit(world, 'campaigns', campaign, { status: 'ACTIVE' })
  t.equal(status, 200)
  t.strictSame(body, { ...campaign, status: 'ACTIVE' }, 'as the API answers it')
  t.strictSame((await world.get(`/campaigns/${campaign.id}`)).body, body)
  t.match((await world.get('/campaigns')).body.items, [{ id: campaign.id }], 'lists find it by its new status')
  await world.change('/campaigns', { id: campaign.id, name: 'Back' })
})

t.test('a campaign that runs becomes a draft, and the API publishes it', async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', awareness)
  t.match((await edit(world, 'campaigns', campaign, { status: 'DRAFT' })).body, { summary_status: 'DRAFT' })
  await world.change('/campaigns', { id: campaign.id, status: 'ACTIVE' })
})

t.test('a draft stays one, since the API checks what is published', async (t) => {
  const world = await mock(t)
  const { daily_spend_cap: _, ...incomplete } = awareness
  const campaign = await world.create('/campaigns', { ...incomplete, status: 'DRAFT' })
  const { status, headers, body } = await edit(world, 'campaigns', campaign, { status: 'ARCHIVED' })
  t.equal(status, 400)
  t.equal(headers['x-mock-rules'], 'control.edit')
  t.match(body.message, /status: 'ARCHIVED' is refused: a draft is published by an update of the API/)
  t.equal((await edit(world, 'campaigns', campaign, { status: 'DELETED_DRAFT' })).status, 200)
})

t.test('an entity may have been made in the past', async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', awareness)
  const created_time = world.now - 90 * 86_400
  t.strictSame((await edit(world, 'campaigns', campaign, { created_time })).body, { ...campaign, created_time })
})

t.test('an ad group that is put back takes on how its campaign budgets by now', async (t) => {
  const world = await mock(t)
  const campaign = await perGroup(world)
  const group = await madeIn(world, campaign)
  await world.change('/ad_groups', { id: group.id, status: 'ARCHIVED' })
  await edit(world, 'campaigns', campaign, { status: 'DRAFT' })
  await world.change('/campaigns', {
    id: campaign.id,
    is_campaign_budget_optimization: true,
    daily_spend_cap: 5_000_000,
  })
  const { body } = await edit(world, 'ad_groups', group, { status: 'PAUSED' })
  t.match(body, { status: 'PAUSED', budget_type: 'CBO_ADGROUP', budget_in_micro_currency: null })
  t.strictSame((await world.get(`/ad_groups/${group.id}`)).body, body)
})

t.test('an ad group is not put back into a campaign that is full', async (t) => {
  const world = await mock(t)
  const campaign = await cbo(world)
  const group = await madeIn(world, campaign)
  await world.change('/ad_groups', { id: group.id, status: 'ARCHIVED' })
  const others = await fill(world, campaign, 70)
  t.match((await edit(world, 'ad_groups', group, { status: 'ACTIVE' })).body.message, /status: its campaign has 70/)
  await world.change('/ad_groups', { id: others[0].id, status: 'ARCHIVED' })
  t.equal((await edit(world, 'ad_groups', group, { status: 'ACTIVE' })).status, 200)
})

t.test('an ad is rejected with reasons, and approved', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  const rejected = await edit(world, 'ads', ad, { review: 'REJECTED', rejected_reasons: ['LANDING_PAGE', 'URGENCY'] })
  t.match(rejected.body, {
    review_status: 'REJECTED',
    rejected_reasons: ['LANDING_PAGE', 'URGENCY'],
    rejection_labels: ['Landing page', 'Urgency'],
    summary_status: 'REJECTED',
  })
  t.strictSame(await readAd(world, ad), rejected.body)
  await edit(world, 'ads', ad, { review: 'APPROVED' })
  t.match(await readAd(world, ad), { review_status: 'APPROVED', rejected_reasons: [], summary_status: 'APPROVED' })
})

t.test('an ad goes back to its review, which comes to what it was told to find', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  await edit(world, 'ads', ad, { review: 'REJECTED' })
  t.match(await readAd(world, ad), { rejected_reasons: ['OTHER'] })
  t.match((await edit(world, 'ads', ad, { review: 'PENDING', rejected_reasons: ['IMAGE'] })).body, {
    review_status: 'PENDING',
    rejected_reasons: [],
  })
  world.clock.advance(86_400_000)
  t.match(await readAd(world, ad), { review_status: 'REJECTED', rejected_reasons: ['IMAGE'] })
  t.match((await edit(world, 'ads', ad, { rejected_reasons: [] })).body, { review_status: 'APPROVED' })
})

const impossible: readonly [string, object, object, RegExp][] = [
  ['rejected for nothing', {}, { review: 'REJECTED', rejected_reasons: [] }, /rejected_reasons: .* has one at least/],
  [
    'approved with reasons against it',
    {},
    { review: 'APPROVED', rejected_reasons: ['UGC'] },
    /rejected_reasons: .*none/,
  ],
  ['reviewed as a draft', { status: 'DRAFT' }, { review: 'APPROVED' }, /review: a draft is not reviewed/],
  ['rejected for what is no reason', {}, { rejected_reasons: ['UGLY'] }, /rejected_reasons\[0\]: "UGLY" is none/],
]

for (const [what, item, change, message] of impossible) {
  t.test(`an ad is not ${what}, and stays as it was`, async (t) => {
    const world = await mock(t)
    const ad = await madeAd(world, item)
    const { status, body } = await edit(world, 'ads', ad, change)
    t.equal(status, 400)
    t.match(body.message, message)
    t.strictSame(await readAd(world, ad), ad)
  })
}

t.test('an ad that becomes a draft is reviewed anew when it is published', async (t) => {
  const world = await mock(t)
  const ad = await madeAd(world)
  await edit(world, 'ads', ad, { review: 'APPROVED' })
  t.match((await edit(world, 'ads', ad, { status: 'DRAFT' })).body, { status: 'DRAFT', review_status: 'PENDING' })
  await world.change('/ads', { id: ad.id, status: 'ACTIVE' })
  t.match(await readAd(world, ad), { review_status: 'PENDING' })
})

t.test('of a Pin that is not promotable no ad can be made, until it is', async (t) => {
  const world = await mock(t)
  const group = await madeIn(world, cbo(world))
  const id = await pinOf(world)
  const tried = () => tryAd(world, group, { pin_id: id })
  t.equal((await edit(world, 'pins', { id }, { is_promotable: false })).status, 200)
  t.equal((await tried()).body.items[0].exceptions.code, 2781)
  await edit(world, 'pins', { id }, { is_promotable: true })
  t.ok((await tried()).body.items[0].data)
})

t.test('a Pin can be told to have been promoted', async (t) => {
  const world = await mock(t)
  const id = await pinOf(world)
  t.match((await edit(world, 'pins', { id }, { has_been_promoted: true })).body, { id, has_been_promoted: true })
  const { body } = await world.call('GET', '/v5/pins?pin_filter=has_been_promoted')
  t.match(body.items, [{ id }])
})

t.test('an order line is made, changed and deleted', async (t) => {
  const world = await mock(t)
  const { call, account, get } = world
  const made = await call('POST', '/__mock/entities/order_lines', { ad_account_id: account, name: 'Summer' })
  t.equal(made.status, 200)
  t.strictSame((await get('/order_lines')).body.items, [made.body])
  const order_line_id = made.body.id
  const campaign = await world.create('/campaigns', { ...awareness, order_line_id })
  const end_time = world.now - 60
  const changed = await edit(world, 'order_lines', made.body, { end_time, budget: 5, status: 'PAUSED' })
  t.match(changed.body, { name: 'Summer', budget: 5, status: 'PAUSED', end_time, campaign_ids: [campaign.id] })
  const late = await world.post('/campaigns', [{ ...awareness, order_line_id }])
  t.match(late.headers['x-mock-rules'], /order-line/, 'rules go by the new end')
  t.strictSame((await call('DELETE', `/__mock/entities/order_lines/${order_line_id}`)).body, { deleted: order_line_id })
  t.strictSame((await get('/order_lines')).body.items, [])
  t.equal((await get(`/campaigns/${campaign.id}`)).body.order_line_id, null)
})

t.test('an order line of no ad account is refused', async (t) => {
  const { call } = await mock(t)
  t.equal((await call('POST', '/__mock/entities/order_lines', { name: 'Lost' })).status, 400)
  t.equal((await call('POST', '/__mock/entities/order_lines', { ad_account_id: '1' })).status, 403)
})

t.test('features of one ad account are switched, and given back', async (t) => {
  const world = await mock(t)
  const labels = { labels: [{ label_type: 'CUSTOM', value: 'x' }] }
  await edit(world, 'ad_accounts', { id: world.account }, { features: { labels: false, require_cbo: true } })
  t.match((await world.post('/labels', labels)).body, { labels: [] })
  await edit(world, 'ad_accounts', { id: world.account }, { features: { labels: null } })
  t.match((await world.post('/labels', labels)).body, { labels: [{ value: 'x' }] })
  const budgets = await world.post('/campaigns', [{ ...awareness, is_campaign_budget_optimization: false }])
  t.ok(budgets.headers['x-mock-rules'], 'what was not named stays')
})

t.test('an ad account is renamed, which the API cannot', async (t) => {
  const world = await mock(t)
  const { body } = await edit(world, 'ad_accounts', { id: world.account }, { name: 'New', currency: 'EUR' })
  t.match(body, { name: 'New', currency: 'EUR' })
  t.strictSame((await world.call('GET', `/v5/ad_accounts/${world.account}`)).body, body)
})

t.test('what a user may do with an ad account is changed', async (t) => {
  const world = await mock(t)
  const account = { id: world.account }
  const { owner } = (await world.call('GET', `/v5/ad_accounts/${world.account}`)).body
  await edit(world, 'ad_accounts', account, { roles: { [owner.id]: ['ANALYST'] } })
  t.match((await world.call('GET', `/v5/ad_accounts/${world.account}`)).body, { permissions: ['ANALYST'] })
  const { body } = await edit(world, 'ad_accounts', account, { roles: { 1: ['ANALYST'] } })
  t.match(body.message, /roles: there is no user 1/)
})

t.test('a customer list is READY at once, when it has people enough', async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world)
  const few = await edit(world, 'customer_lists', list, { status: 'READY' })
  t.match(few.body.message, /status: a list of 2 is not READY: give members/)
  t.match((await edit(world, 'customer_lists', list, { status: 'READY', members: 100 })).body, { status: 'READY' })
  t.match((await world.get(`/customer_lists/${list.id}`)).body, { status: 'READY' })
  t.match((await edit(world, 'customer_lists', list, { status: 'PROCESSING' })).body, { status: 'PROCESSING' })
})

t.test('an audience has the size and the state that it is given', async (t) => {
  const world = await mock(t)
  const audience = await audienceIn(world)
  const { body } = await edit(world, 'audiences', audience, { status: 'READY', size: 5000 })
  t.match(body, { status: 'READY', size: 5000 })
  t.strictSame((await world.get(`/audiences/${audience.id}`)).body, body)
  t.match((await edit(world, 'audiences', audience, { status: 'TOO_SMALL', size: 5 })).body, { size: 5 })
  t.equal((await edit(world, 'audiences', audience, { status: 'READY' })).status, 400)
})

t.test('the audience of a customer list has as many as the list', async (t) => {
  const world = await mock(t)
  const list = await customerListIn(world)
  const rule = { customer_list_id: list.id }
  const audience = await audienceIn(world, { audience_type: 'CUSTOMER_LIST', rule })
  t.match((await edit(world, 'audiences', audience, { size: 5 })).body.message, /give that members/)
  await edit(world, 'customer_lists', list, { members: 700 })
  t.match((await edit(world, 'audiences', audience, { status: 'READY' })).body, { status: 'READY', size: 700 })
})

t.test('a conversion tag is archived', async (t) => {
  const world = await mock(t)
  const tag = await conversionTagIn(world)
  t.match((await edit(world, 'conversion_tags', tag, { status: 'ARCHIVED' })).body, { status: 'ARCHIVED' })
  t.strictSame((await world.get('/conversion_tags?filter_deleted=True')).body.items, [])
})

t.test('an archived keyword is given back', async (t) => {
  const world = await mock(t)
  const { adGroup } = await parentsIn(world)
  const [keyword] = await keywordsOf(world, adGroup.id, broad)
  await edit(world, 'keywords', keyword, { archived: true })
  t.same(await valuesIn(world, `?ad_group_id=${adGroup.id}`), [])
  t.match((await edit(world, 'keywords', keyword, { archived: false })).body, { archived: false })
  t.same(await valuesIn(world, `?ad_group_id=${adGroup.id}`), [broad.value])
})

t.test('a removed targeting template is given back', async (t) => {
  const world = await mock(t)
  const template = await templateIn(world)
  await world.patch('/targeting_templates', { id: template.id, operation_type: 'REMOVE' })
  t.same(await namesIn(world), [])
  t.match((await edit(world, 'targeting_templates', template, { status: 'ACTIVE' })).body, { status: 'ACTIVE' })
  t.same(await namesIn(world), ['Hikers'])
})

t.test('an archived product group promotion is put back', async (t) => {
  const world = await mock(t)
  const promotion = await made(world, await promoting(world), { status: 'ACTIVE' })
  await edit(world, 'product_group_promotions', promotion, { status: 'ARCHIVED' })
  const { body } = await edit(world, 'product_group_promotions', promotion, { status: 'ACTIVE' })
  t.strictSame(body, promotion)
})

t.test('a video is as far as it is told to be, and goes on from there', async (t) => {
  const world = await mock(t)
  const { body } = await world.call('POST', '/v5/media', { media_type: 'video' })
  const id = body.media_id
  t.match((await edit(world, 'media', { id }, { status: 'succeeded' })).body, { media_id: id, status: 'succeeded' })
  t.match((await edit(world, 'media', { id }, { status: 'registered' })).body, { status: 'registered' })
  world.clock.advance(60_000)
  t.match((await world.call('GET', `/v5/media/${id}`)).body, { status: 'succeeded' })
})

t.test("an edit of one world is no other world's", async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', awareness)
  await world.call('POST', '/__mock/worlds', { name: 'fork', from: { world: 'default' } })
  await world.call('PATCH', `/w/fork/__mock/entities/campaigns/${campaign.id}`, { status: 'ARCHIVED' })
  t.match((await world.get(`/campaigns/${campaign.id}`)).body, { status: 'ACTIVE' })
})

t.test('every kind that can be edited is told, with what of it', async (t) => {
  const { call } = await mock(t)
  const { items } = (await call('GET', '/__mock/entities')).body
  const ads = items.find(({ kind }: Json) => kind === 'ads')
  t.match(ads.change.properties.review.enum, ['PENDING', 'APPROVED', 'REJECTED'])
  t.match(
    items.filter(({ create }: Json) => create !== null).map(({ kind }: Json) => kind),
    ['user_websites', 'board_follows', 'user_follows', 'interest_follows', 'linked_businesses', 'order_lines'],
  )
})

t.test('a video fails, and stays so until it is put back', async (t) => {
  const world = await mock(t)
  const { body } = await world.call('POST', '/v5/media', { media_type: 'video' })
  const id = body.media_id
  t.match((await edit(world, 'media', { id }, { status: 'failed' })).body, { media_id: id, status: 'failed' })
  world.clock.advance(86_400_000)
  t.match((await world.call('GET', `/v5/media/${id}`)).body, { status: 'failed' })
  t.match((await edit(world, 'media', { id }, {})).body, { status: 'failed' }, 'an edit of nothing changes nothing')
  t.match((await edit(world, 'media', { id }, { status: 'processing' })).body, { status: 'processing' })
  world.clock.advance(86_400_000)
  t.match((await world.call('GET', `/v5/media/${id}`)).body, { status: 'succeeded' })
})

t.test('an upload pauses and fails, which time alone does not bring about', async (t) => {
  const world = await mock(t)
  const path = `/customer_lists/${(await customerListIn(world)).id}/uploads`
  const upload = (await world.post(path, { operation: 'ADD', total_parts: 1 })).body.customer_list_upload
  for (const state of ['RUNNING', 'PAUSED', 'FAILED', 'SUCCEEDED', 'NOT_STARTED']) {
    const { status, body } = await edit(world, 'customer_list_uploads', upload, { state })
    t.equal(status, 200)
    t.match(body, { id: upload.id, ad_account_id: world.account, state })
    t.strictSame((await world.get(`${path}/${upload.id}`)).body, body)
  }
  await edit(world, 'customer_list_uploads', upload, { state: 'PAUSED' })
  world.clock.advance(86_400_000)
  t.match((await world.get(`${path}/${upload.id}`)).body, { state: 'PAUSED', record_counts: null })
})

t.test('a campaign gets a second brand, which the API refuses', async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', awareness)
  const brands = ['One', 'Two'].map((value) => ({ label_type: 'BRAND', value }))
  const { labels } = (await world.post('/labels', { labels: brands })).body
  for (const label of labels) {
    t.strictSame((await edit(world, 'labels', label, { campaigns: [campaign.id] })).body, label)
  }
  t.strictSame((await world.get(`/labels?campaign_ids=${campaign.id}`)).body.items, labels)
  await edit(world, 'labels', labels[0], { campaigns: [] })
  t.match((await edit(world, 'labels', labels[1], { status: 'ARCHIVED' })).body, { status: 'ARCHIVED' })
  t.strictSame((await world.get(`/labels?campaign_ids=${campaign.id}`)).body.items, [])
})

t.test('a label is put on no campaign of another ad account, and keeps those that it has', async (t) => {
  const world = await mock(t)
  const campaign = await world.create('/campaigns', awareness)
  const { labels } = (await world.post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'x' }] })).body
  await edit(world, 'labels', labels[0], { campaigns: [campaign.id] })
  const { status, body } = await edit(world, 'labels', labels[0], { campaigns: [campaign.id, '123'] })
  t.equal(status, 400)
  t.match(body.message, /campaigns\[1\]: the ad account has no campaign 123/)
  t.strictSame((await world.get(`/labels?campaign_ids=${campaign.id}`)).body.items, labels)
})

const violations: readonly [string, string, string, object | undefined, number, RegExp][] = [
  [
    'a kind that there is not',
    'PATCH',
    'campaign/1',
    {},
    404,
    /campaign\. Did you mean campaigns\? users, ad_accounts/,
  ],
  ['an id that there is not', 'PATCH', 'ads/1', {}, 404, /no entity of this id: 1 of ads/],
  ['a body that is none', 'PATCH', 'ads/1', undefined, 400, /Invalid request/],
  ['a campaign to be made', 'POST', 'campaigns', {}, 400, /campaigns are made by the API/],
  ['a campaign to be deleted', 'DELETE', 'campaigns/1', undefined, 400, /campaigns are not deleted/],
]

for (const [what, method, path, body, status, message] of violations) {
  t.test(`${what} is refused`, async (t) => {
    const { call } = await mock(t)
    const answer = await call(method, `/__mock/entities/${path}`, body)
    t.equal(answer.status, status)
    t.match(answer.body.message, message)
  })
}

t.test('a status that there is not is refused for every kind that has one', async (t) => {
  const world = await mock(t, { seed: 'small' })
  await world.call('POST', '/v5/media', { media_type: 'video' })
  const { tables } = (await world.call('GET', '/__mock/state')).body
  const { items } = (await world.call('GET', '/__mock/entities')).body
  for (const { kind } of items.filter(({ change }: Json) => change.properties.status !== undefined)) {
    const { status, body } = await edit(world, kind, tables[kind][0], { status: 'GONE' })
    t.match([status, body.message], [400, /status: "GONE" is not one of/], kind)
  }
  t.strictSame((await world.call('GET', '/__mock/state')).body.tables, tables)
})

t.test('a field that cannot be edited is refused with the nearest that can', async (t) => {
  const world = await mock(t)
  const { status, body } = await edit(
    world,
    'ad_accounts',
    { id: world.account },
    { nmae: 'x', features: { labls: true } },
  )
  t.equal(status, 400)
  t.match(body.message, /nmae: .*Did you mean name\?/)
  t.match(body.message, /features\.labls: .*Did you mean labels\?/)
})
