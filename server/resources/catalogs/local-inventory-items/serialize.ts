import { geohashOf } from '#server/domain/catalogs/geohash.ts'
import type { LocalStore } from '../local-stores/schema.ts'
import type { ListedInventoryRow } from './repository.ts'

/** As many digits as the one geohash that is documented has. */
const geohashLength = 2

/** Returns an item of local inventory as JSON text. What it does not have is absent. */
export function localInventoryText(row: ListedInventoryRow): string {
  const { id, name, store_code, latitude, longitude }: LocalStore = JSON.parse(row.store)
  const isPlaced = latitude !== undefined && longitude !== undefined
  return JSON.stringify({
    item_id: row.item_key,
    created_at: row.created_at,
    last_updated_time: row.updated_at,
    store_metadata: {
      ...{ store_code, store_id: id, store_name: name, latitude, longitude },
      ...(isPlaced && { geohash: geohashOf(latitude, longitude, geohashLength) }),
    },
    availability: row.availability,
    price: row.price,
    sale_price: row.sale_price ?? undefined,
    ad_link: row.ad_link ?? undefined,
  })
}
