import { feedBody, feedIn, processedFeedIn, resultsOf, withMerchant } from '../fixtures/feeds.ts'
import { created as promoted, promoting } from '../fixtures/promotions.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const creating =
  (more: object) =>
  ({ call }: Mock): Promise<Answer> =>
    call('POST', '/v5/catalogs/feeds', { ...feedBody, ...more })

/** Makes a call about a feed of a business that is in a state by then. */
const asMerchant =
  (change: object, call: (mock: Mock, feed: Json) => Promise<Answer>) =>
  async (mock: Mock): Promise<Answer> => {
    const feed = await feedIn(mock)
    await withMerchant(mock, change)
    return call(mock, feed)
  }

const another = (mock: Mock): Promise<Answer> => creating({ name: 'Autumn range' })(mock)
const renamed = ({ call }: Mock, { id }: Json): Promise<Answer> =>
  call('PATCH', `/v5/catalogs/feeds/${id}`, { catalog_type: 'RETAIL', name: 'Autumn range' })
const deleted = ({ call }: Mock, { id }: Json): Promise<Answer> => call('DELETE', `/v5/catalogs/feeds/${id}`)
const ingested = ({ call }: Mock, { id }: Json): Promise<Answer> => call('POST', `/v5/catalogs/feeds/${id}/ingest`)

const disapproved = { merchant_status: 'DISAPPROVED' }
const underReview = { merchant_status: 'UNDER_REVIEW' }
const approved = { merchant_status: 'APPROVED' }

/** Cases of the rules about the state of a business. */
const ofMerchants: readonly RuleCase[] = (
  [
    ['feed.create.not-business', another, { account_type: 'PINNER' }, { account_type: 'BUSINESS' }],
    ['feed.create.pending', another, { merchant_status: 'PENDING' }, underReview],
    ['feed.create.disapproved', another, disapproved, underReview],
    ['feed.update.disapproved', renamed, disapproved, approved],
    ['feed.update.under-review', renamed, underReview, approved],
    ['feed.delete.disapproved', deleted, disapproved, approved],
    ['feed.delete.under-review', deleted, underReview, approved],
    ['feed.ingest.disapproved', ingested, disapproved, approved],
    ['feed.ingest.under-review', ingested, underReview, approved],
  ] as const
).map(([rule, call, state, otherState]) => ({
  rule,
  refused: asMerchant(state, call),
  passes: asMerchant(otherState, call),
}))

/** Lists item issues of a feed of a type. */
const issuesOf =
  (query: string, more: object = {}) =>
  async (mock: Mock): Promise<Answer> => {
    const feed = await processedFeedIn(mock, { samples: 1 }, more)
    const [{ id }] = (await resultsOf(mock, feed)) as [Json]
    return mock.call('GET', `/v5/catalogs/processing_results/${id}/item_issues${query}`)
  }

/** Deletes a feed of which a promotion with this status shows a product group. */
const deletingPromoted = async (mock: Mock, status: string): Promise<Answer> => {
  const feed = await feedIn(mock)
  const filters = { all_of: [{ BRAND: { values: ['Meadow'] } }] }
  const { items } = (await mock.call('GET', '/v5/catalogs')).body
  const group = { catalog_type: 'RETAIL', catalog_id: items[0].id, name: 'Boots', country: 'US', locale: 'en-US' }
  const { body } = await mock.call('POST', '/v5/catalogs/product_groups', { ...group, filters })
  const { db } = mock.worlds.world('default')
  db.prepare('UPDATE product_groups SET feed_id = ? WHERE id = ?').run(feed.id, body.id)
  await promoted(mock, await promoting(mock), { catalog_product_group_id: body.id, status })
  return deleted(mock, feed)
}

const assets = { catalog_type: 'CREATIVE_ASSETS', default_availability: null }

/** Cases of the rules about feeds and their processing. */
export const feedCases: readonly RuleCase[] = [
  ...ofMerchants,
  {
    rule: 'feed.create.without-type',
    refused: creating({ catalog_type: undefined, default_country: undefined }),
    passes: creating({ catalog_type: undefined }),
  },
  {
    rule: 'feed.create.without-type',
    moment: 'without a locale',
    refused: creating({ catalog_type: null, default_locale: null }),
    passes: creating({ catalog_type: null }),
  },
  { rule: 'feed.create.locale-required', refused: creating({ default_locale: null }), passes: creating({}) },
  {
    rule: 'feed.create.country-required',
    refused: creating({ default_country: null }),
    passes: creating({ catalog_type: 'HOTEL', default_country: null, default_availability: null }),
  },
  {
    rule: 'feed.create.fields-of-type',
    refused: creating({ catalog_type: 'CREATIVE_ASSETS' }),
    passes: creating(assets),
  },
  {
    rule: 'feed.create.catalog',
    refused: creating({ catalog_id: '1' }),
    passes: async (mock) => {
      await creating({ name: 'Autumn range' })(mock)
      const { items } = (await mock.call('GET', '/v5/catalogs')).body
      return creating({ catalog_id: items[0].id })(mock)
    },
  },
  {
    rule: 'feed.create.name-taken',
    refused: async (mock) => {
      await feedIn(mock)
      return creating({})(mock)
    },
    passes: async (mock) => {
      await feedIn(mock)
      return another(mock)
    },
  },
  {
    rule: 'feed.update.type',
    refused: asMerchant({}, ({ call }, { id }) => call('PATCH', `/v5/catalogs/feeds/${id}`, { catalog_type: 'HOTEL' })),
    passes: asMerchant({}, renamed),
  },
  {
    rule: 'feed.update.name-taken',
    refused: async (mock) => {
      const feed = await feedIn(mock)
      await another(mock)
      return renamed(mock, feed)
    },
    passes: async (mock) => renamed(mock, await feedIn(mock)),
  },
  {
    rule: 'feed.delete.promoted',
    refused: (mock) => deletingPromoted(mock, 'ACTIVE'),
    passes: (mock) => deletingPromoted(mock, 'PAUSED'),
  },
  {
    rule: 'item_issues.one-filter',
    refused: issuesOf('?item_numbers=0&item_validation_issue=TITLE_MISSING'),
    passes: issuesOf('?item_numbers=0'),
  },
  { rule: 'item_issues.retail-only', refused: issuesOf('', assets), passes: issuesOf('') },
]
