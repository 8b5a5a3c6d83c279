import { firstImageOf, type ImageLinks } from '#server/domain/catalogs/images.ts'
import { idOf } from '#server/domain/ids.ts'
import { productPinIdRange } from '#server/resources/catalogs/items/resource.ts'
import type { ItemRow } from '#server/resources/catalogs/items/rows.ts'
import type { AttributeValue } from '../delivery/attribute-repository.ts'

/** The attributes of items that columns show, as the API has them. */
interface ShownAttributes {
  readonly description?: string | null
  readonly link?: string | null
  readonly image_link?: ImageLinks
  readonly product_type?: string | null
  readonly google_product_category?: string | null
}

const attribute =
  (name: Exclude<keyof ShownAttributes, 'image_link'>) =>
  ({ json }: ItemRow): AttributeValue =>
    (JSON.parse(json) as ShownAttributes)[name] ?? null

/**
 * The columns of reports of product items that are about the item, by name, each with its value. Prices are numbers in the
 * unit of the currency, as in `24.99` (assumed: nothing tells how the live service writes them).
 */
export const productItemColumns: Readonly<Record<string, (item: ItemRow) => AttributeValue>> = {
  PRODUCT_ITEM_NAME: ({ title }) => title,
  PRODUCT_ITEM_IMAGE_URL: ({ json }) => firstImageOf((JSON.parse(json) as ShownAttributes).image_link) ?? null,
  PRODUCT_ITEM_PRICE: ({ price }) => price,
  PRODUCT_ITEM_PRODUCT_URL: attribute('link'),
  PRODUCT_ITEM_PIN_URL: ({ seq }) => `https://www.pinterest.com/pin/${idOf(productPinIdRange, seq)}/`,
  PRODUCT_ITEM_BRAND: ({ brand }) => brand,
  PRODUCT_ITEM_DESCRIPTION: attribute('description'),
  PRODUCT_ITEM_SALE_PRICE: ({ sale_price }) => sale_price,
  PRODUCT_ITEM_PRODUCT_TYPE: attribute('product_type'),
  PRODUCT_ITEM_PRODUCT_CATEGORY: attribute('google_product_category'),
  PRODUCT_ITEM_CURRENCY: ({ currency }) => currency,
}
