import t from 'tap'
import { createdCatalog, storedItems } from '#test/fixtures/items.ts'
import { passes } from '#test/properties/product-groups/oracle.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'
import { filteredItems, filterForms } from './filter-forms.ts'

const url = '/v5/catalogs/products/get_by_product_group_filters'
const ids: Readonly<Record<string, string>> = {
  RETAIL: 'item_id',
  HOTEL: 'hotel_id',
  CREATIVE_ASSETS: 'creative_assets_id',
}

/** A world with a catalog of a type, and what asks for its products by filters. */
async function withCatalog(world: Mock, catalog_type: string): Promise<(filters: Json) => Promise<Answer>> {
  const { id } = await createdCatalog(world, catalog_type)
  storedItems(world, { id }, filteredItems)
  const market = catalog_type === 'RETAIL' && { country: 'US', locale: 'en-US' }
  return (filters) => world.call('POST', url, { catalog_type, catalog_id: id, filters, ...market })
}

const expected = (filters: Json): string[] =>
  Object.entries(filteredItems).flatMap(([key, attributes]) => (passes({ key, attributes }, filters) ? [key] : []))

for (const [catalogType, forms] of Object.entries(filterForms)) {
  t.test(`filters of ${catalogType} choose what a plain evaluation does, in every form of every field`, async (t) => {
    const ask = await withCatalog(await mock(t), catalogType)
    for (const [field, criteria] of Object.entries(forms)) {
      const choices = new Set<string>()
      for (const criterion of criteria) {
        for (const filters of [{ all_of: [{ [field]: criterion }] }, { any_of: [{ [field]: criterion }] }]) {
          const { status, body } = await ask(filters)
          const found = body.items?.map(({ metadata }: Json) => metadata[ids[catalogType] ?? ''])
          t.strictSame([status, found], [200, expected(filters)], JSON.stringify(filters))
          choices.add(String(found))
        }
      }
      t.ok(choices.size > 1, `${field} tells items apart`)
    }
  })
}

t.test('filters in other forms are refused', async (t) => {
  const world = await mock(t)
  const ask = await withCatalog(world, 'RETAIL')
  const greater = { operator: 'GREATER_THAN', value: 1 }
  const refused: readonly Json[] = [
    { TITLE: { values: ['boot'] } },
    { PRICE: { ...greater, currency: 'USD' } },
    { MIN_PRICE: greater },
    { MIN_PRICE: { values: -0.01 } },
    { CURRENCY: { values: 'USD', negated: true } },
    { CUSTOM_NUMBER_0: { values: [1] } },
    { CUSTOM_NUMBER_0: { ...greater, operator: 'EQUALS' } },
    { CUSTOM_NUMBER_0: { ...greater, value: 0.5 } },
    { CUSTOM_NUMBER_0: { ...greater, value: 4_294_967_296 } },
    { BRAND: { values: ['Meadow'], filter_operator_type: 'IS' } },
    { PRODUCT_TYPE_0: { values: ['Type 0'] } },
    { GENDER: { values: ['OTHER'] } },
    { BRAND: { values: ['Meadow'] }, MEDIA_TYPE: { values: ['IMAGE'] } },
  ]
  for (const filter of refused) {
    const { status, body } = await ask({ all_of: [filter] })
    t.match([status, body.code], [400, 1], JSON.stringify(filter))
  }
  t.equal((await ask({ all_of: [{ CUSTOM_NUMBER_0: { ...greater, value: 4_294_967_295 } }] })).status, 200)
})
