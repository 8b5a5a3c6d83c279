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

/** Values that are of no type that a criterion with this one takes. */
const wrongFor = (value: unknown): readonly unknown[] => {
  if (typeof value === 'number') return [null, '1', -1, [value]]
  if (typeof value === 'string') return [null, 1, '', 'XXX', [value]]
  if (Array.isArray(value)) return [null, String(value), [null], [1], [[1]], [[null]]]
  return []
}

/** Returns a criterion with each of its parts in turn of another type, and what is missing, unknown or null. */
function broken(criterion: Json): readonly Json[] {
  const wrong = Object.entries(criterion).flatMap(([name, value]) =>
    wrongFor(value).map((other) => ({ ...criterion, [name]: other })),
  )
  const [first = ''] = Object.keys(criterion)
  const { [first]: _, ...missing } = criterion
  return [
    ...wrong,
    missing,
    { ...criterion, negated: null },
    { ...criterion, negated: 'no' },
    { ...criterion, more: 1 },
  ]
}

for (const [catalogType, forms] of Object.entries(filterForms)) {
  t.test(`filters of ${catalogType} with a part of another type are refused, in every field`, async (t) => {
    const ask = await withCatalog(await mock(t), catalogType)
    for (const [field, [plain]] of Object.entries(forms)) {
      for (const criterion of [...broken(plain), null, [], 'text', 1]) {
        const { status, body } = await ask({ all_of: [{ [field]: criterion }] })
        t.match([status, body.code], [400, 1], JSON.stringify({ [field]: criterion }))
      }
    }
  })

  t.test(
    `filters of ${catalogType} without a value are refused as unusable, in every field that has a list`,
    async (t) => {
      const ask = await withCatalog(await mock(t), catalogType)
      const listed = Object.entries(forms).filter(([, [plain]]) => Array.isArray(plain.values))
      t.ok(listed.length > 5)
      for (const [field, [plain]] of listed) {
        const isOfPaths = Array.isArray(plain.values[0])
        for (const values of [[], ...(isOfPaths ? [[[]]] : [])]) {
          for (const negated of [undefined, false, true]) {
            const { status, body } = await ask({
              any_of: [{ [field]: { values, ...(negated !== undefined && { negated }) } }],
            })
            t.match([status, body.code], [409, 4183], `${field} ${JSON.stringify({ values, negated })}`)
          }
        }
      }
    },
  )
}

t.test('a lower bound above the upper one chooses nothing, and is no error', async (t) => {
  const ask = await withCatalog(await mock(t), 'RETAIL')
  const { status, body } = await ask({ all_of: [{ MIN_PRICE: { values: 200 } }, { MAX_PRICE: { values: 100 } }] })
  t.strictSame([status, body.items], [200, []])
})

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
