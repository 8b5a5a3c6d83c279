import { conversionTagIn, customerListIn } from '#test/fixtures/audiences.ts'
import { checkout, send } from '#test/fixtures/events.ts'
import type { Json, Mock } from '#test/support/mock.ts'
import type { RecordedCalls } from '../call.ts'

const visitors = async (mock: Mock) => ({
  name: 'Recorded',
  description: 'Who came',
  audience_type: 'VISITOR',
  rule: { visitor_source_id: (await conversionTagIn(mock)).id, retention_days: 30 },
})
const audienceIn = async (mock: Mock): Promise<Json> => (await mock.post('/audiences', await visitors(mock))).body

const segmentIn = async (mock: Mock) =>
  mock.post('/customer_segments', { name: 'Recorded', audience_ids: [(await audienceIn(mock)).id] })

const definedEvents = '/advertiser_defined_events'
const defined = { items: [{ name: 'recorded', mapped_conversion_type: 'LEAD' }] }

/** Calls to audiences, customer lists, conversion tags and events. */
export const audienceAndConversionCalls: RecordedCalls = {
  'audiences/create': async (mock) => mock.post('/audiences', await visitors(mock)),
  'audiences/get': async (mock) => mock.get(`/audiences/${(await audienceIn(mock)).id}`),
  'audiences/update': async (mock) => mock.patch(`/audiences/${(await audienceIn(mock)).id}`, { name: 'Renamed' }),
  'customer_lists/create': ({ post }) =>
    post('/customer_lists', { name: 'Recorded', records: 'one@example.com,two@example.com' }),
  'customer_lists/get': async (mock) => mock.get(`/customer_lists/${(await customerListIn(mock)).id}`),
  'customer_lists/list': async (mock) => {
    await customerListIn(mock)
    return mock.get('/customer_lists?page_size=25')
  },
  'conversion_tags/create': ({ post }) => post('/conversion_tags', { name: 'Recorded' }),
  'conversion_tags/get': async (mock) => mock.get(`/conversion_tags/${(await conversionTagIn(mock)).id}`),
  'conversion_tags/list': async (mock) => {
    await conversionTagIn(mock)
    return mock.get('/conversion_tags?page_size=25')
  },
  'page_visit_conversion_tags/get': ({ get }) => get('/conversion_tags/page_visit'),
  'customer_segment/create': segmentIn,
  'customer_segment/update': async (mock) => {
    const { id, audience_ids } = (await segmentIn(mock)).body
    return mock.patch('/customer_segments', { id, operation_type: 'UPDATE', audience_ids })
  },
  'advertiser_defined_events/create': ({ post }) => post(definedEvents, defined),
  'advertiser_defined_events/update': async ({ post, patch }) => {
    await post(definedEvents, defined)
    return patch(definedEvents, defined)
  },
  'advertiser_defined_events/delete': async ({ call, post, account }) => {
    await post(definedEvents, defined)
    return call('DELETE', `/v5/ad_accounts/${account}${definedEvents}?event_names=recorded`)
  },
  'events/create': (mock) => send(mock, checkout),
}
