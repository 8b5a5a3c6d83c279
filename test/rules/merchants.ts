import { feedBody, withMerchant } from '../fixtures/feeds.ts'
import { createdCatalog } from '../fixtures/items.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const path = '/v5/catalogs/product_groups'
const place = { country: 'US', locale: 'en-US' }
const brand = (value: string): Json => ({ all_of: [{ BRAND: { values: [value] } }] })

/** Creates a product group of a catalog. */
const creating = ({ call }: Mock, { id: catalog_id }: Json, more: Json): Promise<Answer> =>
  call('POST', path, { catalog_type: 'RETAIL', catalog_id, ...place, ...more })

/** Makes a write of product groups as a business in a state. */
const asMerchant =
  (merchant_status: string, write: (mock: Mock, group: Json, catalog: Json) => Promise<Answer>) =>
  async (mock: Mock): Promise<Answer> => {
    const catalog = await createdCatalog(mock)
    const { body } = await creating(mock, catalog, { name: 'Boots', filters: brand('Meadow') })
    await withMerchant(mock, { merchant_status })
    return write(mock, body, catalog)
  }

const other = { name: 'Shoes', filters: brand('Peak') }
const writes = {
  'in a creation': (mock: Mock, _: Json, catalog: Json) => creating(mock, catalog, other),
  'in a creation of several': (mock: Mock, _: Json, { id: catalog_id }: Json) =>
    mock.call('POST', `${path}/multiple`, [{ catalog_type: 'RETAIL', catalog_id, ...place, ...other }]),
  'in an update': (mock: Mock, { id }: Json) => mock.call('PATCH', `${path}/${id}`, { name: 'Shoes' }),
  'in a deletion': (mock: Mock, { id }: Json) => mock.call('DELETE', `${path}/${id}`),
  'in a deletion of several': (mock: Mock, { id }: Json) => mock.call('DELETE', `${path}/multiple?id=${id}`),
}

/** Cases of the rules about the state of a business that changes product groups. */
export const merchantCases: readonly RuleCase[] = Object.entries(writes).flatMap(([moment, write]) =>
  [['product_group.disapproved', 'DISAPPROVED'] as const, ['product_group.under-review', 'UNDER_REVIEW'] as const].map(
    ([rule, state]) => ({
      ...{ rule, moment },
      refused: asMerchant(state, write),
      passes: asMerchant('PENDING', write),
    }),
  ),
)

/** Reads by what the names of the rules that refuse them begin with. */
const reads = {
  'product_group.read': {
    'in a list': ({ call }: Mock) => call('GET', path),
    'of one': ({ call }: Mock, { id }: Json) => call('GET', `${path}/${id}`),
    'of values': ({ call }: Mock, _: Json, { id }: Json) =>
      call('GET', `/v5/catalogs/available_filter_values?catalog_id=${id}`),
  },
  'product_group.products': {
    'by filters': ({ call }: Mock, _: Json, { id: catalog_id }: Json) =>
      call('POST', '/v5/catalogs/products/get_by_product_group_filters', {
        ...{ catalog_type: 'RETAIL', catalog_id, ...place, filters: brand('Meadow') },
      }),
  },
}

/** Cases of the rules about the state of a business that reads product groups. */
export const readCases: readonly RuleCase[] = Object.entries(reads).flatMap(([prefix, calls]) =>
  Object.entries(calls).flatMap(([moment, read]) =>
    [['disapproved', 'DISAPPROVED'] as const, ['under-review', 'UNDER_REVIEW'] as const].map(([name, state]) => ({
      ...{ rule: `${prefix}.${name}`, moment },
      refused: asMerchant(state, read),
      passes: asMerchant('PENDING', read),
    })),
  ),
)

/** Creates a feed of a business that needs a website, and has claimed some. */
const withWebsites =
  (...claims: readonly Json[]) =>
  async (mock: Mock): Promise<Answer> => {
    for (const claim of claims) await mock.call('POST', '/__mock/entities/user_websites', claim)
    await withMerchant(mock, { needs_website: true })
    return mock.call('POST', '/v5/catalogs/feeds', feedBody)
  }

const pendingSite = { website: 'shop.example.com', status: 'pending' }
const verifiedSite = { website: 'www.example.com', status: 'verified' }

/** Cases of the rules about the websites of a business. */
export const websiteCases: readonly RuleCase[] = [
  { rule: 'feed.create.website', refused: withWebsites(), passes: withWebsites(verifiedSite) },
  {
    rule: 'feed.create.website-verified',
    refused: withWebsites(pendingSite),
    passes: withWebsites(pendingSite, verifiedSite),
  },
]
