import { createdCatalog } from '../fixtures/items.ts'
import { changed, made, created as promoted, promoting } from '../fixtures/promotions.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const path = '/v5/catalogs/product_groups'
const place = { country: 'US', locale: 'en-US' }
const brand = (value: string): Json => ({ all_of: [{ BRAND: { values: [value] } }] })

/** A filter that hotels do not have. */
const isNew: Json = { all_of: [{ CONDITION: { values: ['NEW'] } }] }

/** Creates a product group of a catalog. */
const creating = (mock: Mock, catalog: Json, more: Json = {}): Promise<Answer> =>
  mock.call('POST', path, {
    catalog_type: 'RETAIL',
    catalog_id: catalog.id,
    name: 'Boots',
    filters: brand('Meadow'),
    ...place,
    ...more,
  })

/** Creates a product group of a new catalog. */
const one = async (mock: Mock, more: Json = {}): Promise<Answer> => creating(mock, await createdCatalog(mock), more)

/** Creates a product group of a new feed of a type. */
const ofFeed = async (mock: Mock, catalog_type: 'RETAIL' | 'HOTEL'): Promise<Answer> => {
  const { body: feed } = await mock.call('POST', '/v5/catalogs/feeds', {
    name: 'Feed',
    format: 'TSV',
    location: 'https://shop.example.com/feed.tsv',
    catalog_type,
    default_locale: 'en-US',
    ...(catalog_type === 'RETAIL' && { default_country: 'US' }),
  })
  return mock.call('POST', path, { feed_id: feed.id, name: 'New', filters: isNew })
}

/** Creates a second product group in the catalog of a first one. */
const second = async (mock: Mock, more: Json | ((first: Json) => Json)): Promise<Answer> => {
  const catalog = await createdCatalog(mock)
  const { body } = await creating(mock, catalog)
  return creating(mock, catalog, typeof more === 'function' ? more(body) : more)
}

/** Updates a product group of products. */
const changing = async (mock: Mock, change: Json): Promise<Answer> => {
  const { id } = (await one(mock)).body
  return mock.call('PATCH', `${path}/${id}`, change)
}

/** Makes a product group what Pinterest makes, and deletes it. */
const deletingOfType = async (mock: Mock, type: string): Promise<Answer> => {
  const { id } = (await one(mock)).body
  await mock.call('PATCH', `/__mock/entities/product_groups/${id}`, { type })
  return mock.call('DELETE', `${path}/${id}`)
}

/** Deletes a product group that a promotion with this status shows. */
const deletingPromoted = async (mock: Mock, status: string): Promise<Answer> => {
  const { id } = (await one(mock)).body
  await promoted(mock, await promoting(mock), { catalog_product_group_id: id, status })
  return mock.call('DELETE', `${path}/${id}`)
}

/** Updates a product group that is for all countries. */
const changingInternational = async (mock: Mock, change: Json): Promise<Answer> => {
  const { id } = (await one(mock)).body
  await mock.call('PATCH', `/__mock/entities/product_groups/${id}`, { is_international: true })
  return mock.call('PATCH', `${path}/${id}`, change)
}

/** Promotes a product group of a business with a catalog. */
const promotingGroup = async (mock: Mock, idOf: (id: string) => string): Promise<Answer> => {
  const { id } = (await one(mock)).body
  return promoted(mock, await promoting(mock), { catalog_product_group_id: idOf(id) })
}

/** Activates a paused promotion, whose product group may have been deleted. */
const activating = async (mock: Mock, isDeleted: boolean): Promise<Answer> => {
  const { id: catalog_product_group_id } = (await one(mock)).body
  const adGroup = await promoting(mock)
  const { id } = await made(mock, adGroup, { catalog_product_group_id, status: 'PAUSED' })
  if (isDeleted) await mock.call('DELETE', `${path}/${catalog_product_group_id}`)
  return changed(mock, adGroup, { id, status: 'ACTIVE' })
}

/** Cases of the rules about product groups. */
export const productGroupCases: readonly RuleCase[] = [
  {
    rule: 'product_group.place.required',
    refused: (mock) => one(mock, { locale: undefined }),
    passes: (mock) => one(mock),
  },
  {
    rule: 'product_group.place.international',
    refused: (mock) => changingInternational(mock, { name: 'All boots', ...place }),
    passes: (mock) => changingInternational(mock, { name: 'All boots' }),
  },
  {
    rule: 'product_group.filters.valid',
    refused: (mock) => one(mock, { filters: { all_of: [{ BRAND: { values: [] } }] } }),
    passes: (mock) => one(mock),
  },
  {
    rule: 'product_group.filters.valid',
    moment: 'for a word that its field does not know',
    refused: (mock) => one(mock, { filters: { all_of: [{ CONDITION: { values: ['FINE'] } }] } }),
    passes: (mock) => one(mock, { filters: { all_of: [{ CONDITION: { values: ['NEW'] } }] } }),
  },
  {
    rule: 'product_group.filters.valid',
    moment: 'for a product group that is not there',
    refused: (mock) => second(mock, { name: 'Others', filters: { all_of: [{ PRODUCT_GROUP: { values: ['5'] } }] } }),
    passes: (mock) =>
      second(mock, ({ id }: Json) => ({ name: 'Others', filters: { all_of: [{ PRODUCT_GROUP: { values: [id] } }] } })),
  },
  {
    rule: 'product_group.filters.catalog-type',
    moment: 'in an update',
    refused: (mock) => changing(mock, { filters: { any_of: [{ COUNTRY: { values: ['US'] } }] } }),
    passes: (mock) => changing(mock, { filters: brand('Peak') }),
  },
  {
    rule: 'product_group.filters.catalog-type',
    moment: 'in a creation',
    refused: async (mock) => ofFeed(mock, 'HOTEL'),
    passes: async (mock) => ofFeed(mock, 'RETAIL'),
  },
  {
    rule: 'product_group.update.type',
    refused: (mock) => changing(mock, { catalog_type: 'HOTEL', name: 'Inns' }),
    passes: (mock) => changing(mock, { catalog_type: 'RETAIL', name: 'Inns' }),
  },
  {
    rule: 'product_group.name.taken',
    refused: (mock) => second(mock, { filters: brand('Peak') }),
    passes: (mock) => second(mock, { filters: brand('Peak'), country: 'CA' }),
  },
  {
    rule: 'product_group.filters.taken',
    refused: (mock) =>
      second(mock, { name: 'Shoes', filters: { all_of: [{ BRAND: { values: ['Meadow'], negated: false } }] } }),
    passes: (mock) =>
      second(mock, { name: 'Shoes', filters: { all_of: [{ BRAND: { values: ['Meadow'], negated: true } }] } }),
  },
  {
    rule: 'product_group.filters.taken',
    moment: 'for texts in another case, or twice; ids of items differ by case',
    refused: (mock) =>
      second(mock, { name: 'Shoes', filters: { all_of: [{ BRAND: { values: ['MEADOW', 'Meadow'] } }] } }),
    passes: async (mock) => {
      const catalog = await createdCatalog(mock)
      await creating(mock, catalog, { filters: { all_of: [{ ITEM_ID: { values: ['a'] } }] } })
      return creating(mock, catalog, { name: 'Shoes', filters: { all_of: [{ ITEM_ID: { values: ['A'] } }] } })
    },
  },
  {
    rule: 'product_group.generated',
    refused: (mock) => deletingOfType(mock, 'ALL_PRODUCTS'),
    passes: (mock) => deletingOfType(mock, 'MERCHANT_CREATED'),
  },
  {
    rule: 'product_group.promoted',
    refused: (mock) => deletingPromoted(mock, 'ACTIVE'),
    passes: (mock) => deletingPromoted(mock, 'PAUSED'),
  },
  {
    rule: 'product_group_promotion.product-group.exists',
    moment: 'for one that is active again',
    refused: (mock) => activating(mock, true),
    passes: (mock) => activating(mock, false),
  },
  {
    rule: 'product_group_promotion.product-group.exists',
    refused: (mock) => promotingGroup(mock, () => '443700000001'),
    passes: (mock) => promotingGroup(mock, (id) => id),
  },
]
