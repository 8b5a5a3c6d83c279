import type { User } from '#server/domain/access/user.ts'
import { productPin } from '#server/resources/content/pins/product-pin.ts'
import { pinText } from '#server/resources/content/pins/serialize.ts'
import type { CatalogType } from '../catalogs/schema.ts'
import type { ItemRow } from '../items/rows.ts'
import type { ProductCounts } from './counting.ts'
import type { ProductGroupRow } from './repository.ts'

/**
 * Returns a product group as JSON text. Its times are in milliseconds, as in the examples of the API, whose descriptions
 * speak of seconds (F162).
 */
export const productGroupText = ({ json, created_at, updated_at }: ProductGroupRow): string =>
  `${json.slice(0, -1)},"created_at":${created_at},"updated_at":${updated_at}}`

/** Returns an item as a product in JSON text. */
export const productText = (type: CatalogType, item: ItemRow, owner: User, withMetrics: boolean): string =>
  `{"catalog_type":"${type}","metadata":${JSON.stringify(metadataOf(type, item))},"pin":${pinText(productPin(item, owner), withMetrics)}}`

function metadataOf(type: CatalogType, item: ItemRow): object {
  const { item_key } = item
  if (type === 'HOTEL') return { hotel_id: item_key }
  if (type === 'CREATIVE_ASSETS') {
    const { visibility }: { readonly visibility?: string | null } = JSON.parse(item.json)
    return { creative_assets_id: item_key, visibility: visibility?.toUpperCase() === 'HIDDEN' ? 'HIDDEN' : 'VISIBLE' }
  }
  // The contract requires values: an update may have left an item without them.
  return {
    availability: item.availability ?? 'OUT_OF_STOCK',
    currency: item.currency ?? 'USD',
    item_group_id: item.item_group,
    item_id: item_key,
    price: item.price ?? 0,
    sale_price: item.sale_price,
  }
}

/** Returns the counts of a product group as a response has them for its type of catalog. */
export function countsReply(catalog_type: CatalogType, counts: ProductCounts): object {
  const { total, in_stock, out_of_stock, preorder, videos, app_links } = counts
  if (catalog_type === 'HOTEL') return { catalog_type, total }
  if (catalog_type === 'RETAIL') return { catalog_type, in_stock, out_of_stock, preorder, total, videos }
  return { catalog_type, total, videos, images: total - videos, app_links }
}
