import { adGroupIn, madeIn } from '#test/fixtures/ad-groups.ts'
import { adIn, sandboxedPin } from '#test/fixtures/ads.ts'
import { discountIn } from '#test/fixtures/discounts.ts'
import { keywordsOf, tryKeywords } from '#test/fixtures/keywords.ts'
import { newsletter } from '#test/fixtures/lead-forms.ts'
import { subscribe } from '#test/fixtures/leads.ts'
import type { Json, Mock } from '#test/support/mock.ts'
import type { RecordedCalls } from '../call.ts'

const paused = { name: 'Recorded', objective_type: 'AWARENESS', status: 'PAUSED', daily_spend_cap: 100_000_000 }
const campaignIn = (mock: Mock): Promise<Json> => mock.create('/campaigns', paused)
const inside = { status: 'PAUSED', targeting_spec: { GEO: ['US'] } }
const groupIn = async (mock: Mock): Promise<Json> => madeIn(mock, await campaignIn(mock), inside)
const keyword = { match_type: 'EXACT', value: 'tea' }
const template = { name: 'Recorded', targeting_attributes: { GEO: ['US'] } }
const webhook_url = 'https://crm.example.com/leads'
const ended = { start_time: 1_720_000_000, end_time: 1_730_000_000 }
const templateIn = async ({ post }: Mock): Promise<Json> => (await post('/targeting_templates', template)).body

/** Calls to campaigns and what belongs to them. */
export const campaignManagementCalls: RecordedCalls = {
  'campaigns/create': ({ post }) => post('/campaigns', [paused]),
  'campaigns/update': async (mock) => mock.patch('/campaigns', [{ id: (await campaignIn(mock)).id, name: 'Renamed' }]),
  'campaigns/list': async (mock) => {
    await campaignIn(mock)
    return mock.get('/campaigns?page_size=25')
  },
  'ad_groups/create': async (mock) => mock.post('/ad_groups', [adGroupIn(await campaignIn(mock), inside)]),
  'ad_groups/update': async (mock) => mock.patch('/ad_groups', [{ id: (await groupIn(mock)).id, name: 'Renamed' }]),
  'ad_groups/get': async (mock) => mock.get(`/ad_groups/${(await groupIn(mock)).id}`),
  'ad_groups/list': async (mock) => {
    await groupIn(mock)
    return mock.get('/ad_groups?page_size=25')
  },
  'ads/create': async (mock) => {
    const ad = adIn(await groupIn(mock), await sandboxedPin(mock), { name: 'Recorded', status: 'PAUSED' })
    return mock.post('/ads', [ad])
  },
  'ad_groups/audience_sizing': ({ post }) => post('/ad_groups/audience_sizing', { targeting_spec: { GEO: ['US'] } }),
  'ad_groups_bid_floor/get': ({ post }) =>
    post('/bid_floor', {
      bid_floor_specs: [{ objective_type: 'AWARENESS', billable_event: 'IMPRESSION', currency: 'USD' }],
    }),
  'keywords/create': async (mock) => tryKeywords(mock, (await groupIn(mock)).id, keyword),
  'keywords/update': async (mock) => {
    const [made] = await keywordsOf(mock, (await groupIn(mock)).id, keyword)
    return mock.patch('/keywords', { keywords: [{ id: made.id, archived: true }] })
  },
  'country_keywords_metrics/get': ({ get }) => get('/keywords/metrics?country_code=US&keywords=coffee,tea'),
  'targeting_template/create': ({ post }) => post('/targeting_templates', template),
  'targeting_template/list': async (mock) => {
    await templateIn(mock)
    return mock.get('/targeting_templates?page_size=25')
  },
  'targeting_template/update': async (mock) => {
    const { id } = await templateIn(mock)
    return mock.patch('/targeting_templates', { id, operation_type: 'REMOVE' })
  },
  'ad_accounts_subscriptions/post': ({ post }) => post('/leads/subscriptions', { webhook_url }),
  'ad_accounts_subscriptions/get_by_id': async (mock) =>
    mock.get(`/leads/subscriptions/${(await subscribe(mock, webhook_url)).id}`),
  'ad_accounts_subscriptions/del_by_id': async (mock) => {
    const { id } = await subscribe(mock, webhook_url)
    return mock.call('DELETE', `/v5/ad_accounts/${mock.account}/leads/subscriptions/${id}`)
  },
  'order_lines/list': ({ get }) => get('/order_lines?page_size=25'),
  'promotions/list': async (mock) => {
    await discountIn(mock, ended)
    return mock.get('/promotions?page_size=25')
  },
  'promotions/get': async (mock) => mock.get(`/promotions/${(await discountIn(mock, ended)).id}`),
  'promotions/delete': async (mock) =>
    mock.call('DELETE', `/v5/ad_accounts/${mock.account}/promotions/${(await discountIn(mock)).id}`),
  'lead_forms/list': ({ get }) => get('/lead_forms?page_size=25'),
  'lead_forms/create': async (mock) => {
    await mock.call('PUT', '/__mock/settings', { features: { '*': { lead_forms: false } } })
    return mock.post('/lead_forms', [newsletter])
  },
}
