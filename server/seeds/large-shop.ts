import { sampleProduct } from '#server/domain/catalogs/feeds/sample-products.ts'
import { checkProduct } from '#server/domain/catalogs/validation/check-product.ts'
import type { SeedContent } from './schema.ts'

/** The products of the feed, and those of them that are items from the start: the ones that stores have. */
const [productCount, stockedCount] = [20_000, 250]
const storeCount = 40
const itemsOfStore = 25
const [brandCount, groupCount] = [12, 60]

type Entry = Readonly<Record<string, unknown>>

/**
 * Returns the shop of the seed for pagination and load tests: a feed of 20,000 products, 60 product groups of them, and 40
 * local stores with 25 items each.
 */
export function largeShop(): SeedContent {
  return {
    catalogs: [{ alias: 'products', created: '-P80D', catalog_type: 'RETAIL', name: 'Large catalog' }],
    items: upTo(stockedCount).map((index) => ({
      catalog: 'products',
      created: '-P2D',
      country: 'US',
      language: 'en-US',
      key: `SAMPLE-${index + 1}`,
      attributes: checkProduct(sampleProduct(index), { country: 'US' }).item,
    })),
    feeds: [
      {
        catalog: 'products',
        created: '-PT12H',
        name: 'Large feed',
        format: 'TSV',
        location: 'https://shop.example.com/large.tsv',
        catalog_type: 'RETAIL',
        default_country: 'US',
        default_locale: 'en-US',
        default_currency: 'USD',
        // Its items are made when a call first looks at them, so that a start does not wait for them.
        content: { samples: productCount },
      },
    ],
    product_groups: upTo(groupCount).map(groupOf),
    local_stores: upTo(storeCount).map((index) => ({
      alias: `store-${index + 1}`,
      catalog: 'products',
      created: '-P2D',
      name: `Store ${index + 1}`,
      store_code: `STORE-${index + 1}`,
      country: 'US',
    })),
    local_inventory_items: upTo(storeCount).flatMap((store) =>
      upTo(itemsOfStore).map((index) => stockOf(store, index)),
    ),
  }
}

/** Returns a product group of one brand and a range of prices: each pair is there once, and has products. */
function groupOf(index: number): Entry {
  const brand = `Meadow ${(index % brandCount) + 1}`
  const from = 100 * Math.floor(index / brandCount)
  const bounds = [{ MIN_PRICE: { values: from } }, { MAX_PRICE: { values: from + 100, inclusion: false } }]
  return {
    catalog: 'products',
    created: '-PT11H',
    name: `${brand}, ${from} to ${from + 100} USD`,
    country: 'US',
    locale: 'en-US',
    filters: { all_of: [{ BRAND: { values: [brand] } }, ...bounds] },
  }
}

function stockOf(store: number, index: number): Entry {
  const product = (store * itemsOfStore + index) % stockedCount
  return {
    store: `store-${store + 1}`,
    created: '-P1D',
    item_id: `SAMPLE-${product + 1}`,
    availability: index % 5 === 4 ? 'out of stock' : 'in stock',
    price: `${10 + index}.99 USD`,
  }
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
