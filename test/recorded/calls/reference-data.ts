import { boardIn, pinIn } from '#test/fixtures/pins.ts'
import type { RecordedCalls } from '../call.ts'

/** Calls to what belongs to no account: lookups, terms, trends. */
export const referenceDataCalls: RecordedCalls = {
  'ad_account_countries/get': ({ call }) => call('GET', '/v5/resources/ad_account_countries'),
  'delivery_metrics/get': ({ call }) => call('GET', '/v5/resources/delivery_metrics?entity_type=CAMPAIGN'),
  'metrics_ready_state/get': ({ call }) => call('GET', '/v5/resources/metrics_ready_state?date=2026-05-28'),
  'targeting_options/get': ({ call, account }) =>
    call('GET', `/v5/resources/targeting/GENDER?ad_account_id=${account}`),
  'interest_targeting_options/get': async ({ call }) => {
    const { body } = await call('GET', '/v5/resources/targeting/INTEREST')
    const [id] = Object.keys(body[0])
    return call('GET', `/v5/resources/targeting/interests/${id}`)
  },
  'terms_related/list': ({ call }) => call('GET', '/v5/terms/related?terms=coffee'),
  'trending_keywords/list': ({ call }) => call('GET', '/v5/trends/keywords/US/top/growing'),
  'trends_featured_topics/list': async (mock) => {
    await pinIn(mock, { title: 'Dinner recipes' })
    return mock.call('GET', '/v5/trends/topics/featured?region=US&interest=FOOD_AND_DRINKS')
  },
  'trends_product_categories_details/list': ({ call }) =>
    call('GET', '/v5/trends/product_categories/details?product_categories=BOOKS&region=US'),
  'trends_editorial_articles/list': async (mock) => {
    const { id } = await boardIn(mock)
    await pinIn(mock, { board_id: id })
    return mock.call('GET', '/v5/trends/editorial_articles?region=US')
  },
}
