import type { Owned } from '#server/collections/owner.ts'
import { marketOf } from '#server/domain/catalogs/market.ts'
import { userOf } from '#server/resources/accounts/users/service.ts'
import { productPin } from '#server/resources/content/pins/product-pin.ts'
import { pinText } from '#server/resources/content/pins/serialize.ts'
import type { World } from '#server/worlds/world.ts'
import { findDefaultCatalog } from '../catalogs/repository.ts'
import { findItem } from '../items/repository.ts'
import { requireCatalog } from '../product-groups/service.ts'
import { refusal } from './events.ts'
import { keyNames } from './operations.ts'
import type { ItemsRequest } from './read-schema.ts'

/** Returns the response with the items of a request, in its order, as JSON text. */
export function itemsText(world: World, owner: Owned, { country, language, filters }: ItemsRequest): string {
  const { catalog_type, catalog_id } = filters
  const catalog =
    catalog_id === undefined
      ? findDefaultCatalog(world.db, owner.id, catalog_type)
      : requireCatalog(world, owner, catalog_id, catalog_type)
  const catalogMarket = { catalog: catalog?.seq ?? 0, ...marketOf(country, language) }
  const user = userOf(world, owner.id)
  const keys =
    'item_ids' in filters ? filters.item_ids : 'hotel_ids' in filters ? filters.hotel_ids : filters.creative_assets_ids
  const texts = keys.map((key) => {
    const named = { catalog_type, [keyNames[catalog_type]]: key }
    const item = findItem(world.db, catalogMarket, key)
    const kind = `${catalog_type.toLowerCase()}_item`
    if (item === undefined) {
      const errors = [refusal(catalog_type, 'missing')]
      return JSON.stringify({ ...named, item_response_kind: `${kind}_error`, errors })
    }
    const start = JSON.stringify({ ...named, item_response_kind: kind }).slice(0, -1)
    return `${start},"pins":[${pinText(productPin(item, user))}],"attributes":${answered(item.json, catalog_type)}}`
  })
  return `{"items":[${texts.join(',')}]}`
}

/** Returns attributes as responses have them: the image of a product in a list. */
function answered(json: string, type: string): string {
  if (type !== 'RETAIL') return json
  const { image_link, ...attributes }: { readonly image_link?: unknown } = JSON.parse(json)
  return typeof image_link === 'string' ? JSON.stringify({ ...attributes, image_link: [image_link] }) : json
}
