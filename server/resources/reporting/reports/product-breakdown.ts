import type { EventProduct } from '#server/resources/conversions/conversion-events/products.ts'
import type { RowTarget } from './rows.ts'

/** What reports on products are broken down by. */
export const productBreakdowns = [
  'PRODUCT_BRAND',
  'PRODUCT_CATEGORY',
  'PRODUCT_BRAND_AND_CATEGORY',
  'PRODUCT_SKU',
  'PRODUCT_SKU_GROUP',
] as const
/** One of `productBreakdowns`. */
export type ProductBreakdown = (typeof productBreakdowns)[number]

/**
 * Returns the function that tells which part of a breakdown a product belongs to; undefined for none, as where the event
 * did not say the brand.
 *
 * @param skus The products of the group, of a breakdown by a group.
 */
export function productPartOf(
  breakdown: ProductBreakdown,
  skus: readonly string[],
): (product: EventProduct) => RowTarget | undefined {
  const group = skus.join(',')
  const parts: Readonly<
    Record<ProductBreakdown, (product: EventProduct) => Readonly<Record<string, string | undefined>>>
  > = {
    PRODUCT_BRAND: ({ brand }) => ({ CONVERSION_PRODUCT_BRAND: brand }),
    PRODUCT_CATEGORY: ({ category }) => ({ CONVERSION_PRODUCT_CATEGORY: category }),
    PRODUCT_BRAND_AND_CATEGORY: ({ brand, category }) => ({
      CONVERSION_PRODUCT_BRAND: brand,
      CONVERSION_PRODUCT_CATEGORY: category,
    }),
    PRODUCT_SKU: ({ id }) => ({ CONVERSION_PRODUCT_ID: id }),
    PRODUCT_SKU_GROUP: ({ id }) => ({
      CONVERSION_PRODUCT_ID_GROUP: id !== undefined && skus.includes(id) ? group : undefined,
    }),
  }
  return (product) => {
    const part = parts[breakdown](product)
    return Object.values(part).includes(undefined) ? undefined : (part as RowTarget)
  }
}
