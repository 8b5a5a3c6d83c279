import { createdCatalog } from '#test/fixtures/items.ts'
import type { Json, Mock } from '#test/support/mock.ts'
import type { ClosedSample } from './sample.ts'

type Samples = Readonly<Record<string, (mock: Mock, place: string) => Promise<ClosedSample>>>

const path = '/v5/catalogs/product_groups'
const comparison = { operator: 'LESS_THAN', value: 7 }

/** What fields of filters take, where it is no list of texts. */
const criteria: Readonly<Record<string, Json>> = {
  AVAILABILITY: { values: ['IN_STOCK'] },
  CONDITION: { values: ['NEW'] },
  COUNTRY: { values: ['US'] },
  CURRENCY: { values: 'USD' },
  GENDER: { values: ['UNISEX'] },
  MAX_PRICE: { values: 7 },
  MEDIA_TYPE: { values: ['IMAGE'] },
  MIN_PRICE: { values: 7 },
  PRICE: { ...comparison, currency: 'USD' },
}

function criterionOf(field: string): Json {
  if (/^CUSTOM_NUMBER/.test(field)) return comparison
  if (/^(PRODUCT_TYPE|GOOGLE_PRODUCT_CATEGORY)/.test(field)) return { values: [['Shoes']] }
  return criteria[field] ?? { values: ['Meadow'] }
}

/** Fields that products do not have, by the type of catalog whose items do. */
const typeOf: Readonly<Record<string, string>> = {
  COUNTRY: 'HOTEL',
  CREATIVE_ASSETS_ID: 'CREATIVE_ASSETS',
  HOTEL_ID: 'HOTEL',
  LINK: 'CREATIVE_ASSETS',
  PRICE: 'HOTEL',
}

/** Returns filters that have a closed place, and the type of catalog that they are for. */
function filtersWith(place: string): { readonly catalog_type: string; readonly filters: Json } {
  const [, list = 'all_of', field = 'BRAND'] = /filters\.(all_of|any_of)\[\](?:\.(\w+))?/.exec(place) ?? []
  const named = /filters\.(any_of)/.test(place) ? 'any_of' : list
  return { catalog_type: typeOf[field] ?? 'RETAIL', filters: { [named]: [{ [field]: criterionOf(field) }] } }
}

/** Returns a body about a catalog that has a closed place. */
async function bodyWith(mock: Mock, place: string): Promise<Json> {
  const { catalog_type, filters } = filtersWith(place)
  const { id } = await createdCatalog(mock, catalog_type)
  const market = catalog_type === 'RETAIL' && { country: 'US', locale: 'en-US' }
  return { catalog_type, catalog_id: id, filters, ...market }
}

const groupWith = async (mock: Mock, place: string): Promise<Json> => ({
  ...(await bodyWith(mock, place)),
  name: 'Boots',
})

/** Samples of operations on catalogs, whose bodies have one of many fields at a time. */
export const catalogSamples: Samples = {
  'catalogs/create': async () => ({
    method: 'POST',
    path: '/v5/catalogs',
    body: { catalog_type: 'RETAIL', name: 'Products' },
  }),
  'catalogs_product_groups/create': async (mock, place) => ({
    method: 'POST',
    path,
    body: await groupWith(mock, place),
  }),
  'catalogs_product_groups/create_many': async (mock, place) => ({
    method: 'POST',
    path: `${path}/multiple`,
    body: [await groupWith(mock, place)],
  }),
  'catalogs_product_groups/update': async (mock, place) => {
    const field = place.includes('PRODUCT_GROUP') ? '' : place
    const { body: group } = await mock.call('POST', path, await groupWith(mock, field))
    return { method: 'PATCH', path: `${path}/${group.id}`, body: { filters: filtersWith(place).filters } }
  },
  'products_by_product_group_filter/list': async (mock, place) => ({
    method: 'POST',
    path: '/v5/catalogs/products/get_by_product_group_filters',
    body: await bodyWith(mock, place),
  }),
  'reports/create': async (mock) => {
    const { id } = await createdCatalog(mock)
    return {
      method: 'POST',
      path: '/v5/catalogs/reports',
      body: { catalog_type: 'RETAIL', report: { report_type: 'ALL_ITEMS', catalog_id: id } },
    }
  },
  'items/post': async () => ({
    method: 'POST',
    path: '/v5/catalogs/items',
    body: { country: 'US', language: 'en-US', filters: { catalog_type: 'RETAIL', item_ids: ['A'] } },
  }),
  'items_batch/post': async () => ({
    method: 'POST',
    path: '/v5/catalogs/items/batch',
    body: {
      catalog_type: 'RETAIL',
      country: 'US',
      language: 'en-US',
      items: [{ operation: 'DELETE', item_id: 'A' }],
    },
  }),
}
