import type { ConversionEvent } from './schema.ts'

/** A product that an event was about. */
export interface EventProduct {
  /** The SKU. */
  readonly id?: string | undefined
  readonly brand?: string | undefined
  readonly category?: string | undefined
  /** Micro-currency of all of it. */
  readonly value: number
  readonly quantity: number
}

const largestValue = 1_000_000_000_000_000

/** Returns the micro-currency of a value such as `50.00`; 0 for none, and for what is no amount. */
export function valueIn(text: string | null | undefined): number {
  const value = Math.round(Number(text ?? 0) * 1_000_000)
  return value > 0 && value <= largestValue ? value : 0
}

/**
 * Returns the products that an event was about: its contents, or else the ids of contents, of which each has an equal part
 * of its value. Brand and category are those of the event where a product has none of its own.
 */
export function productsOf({ custom_data }: ConversionEvent): readonly EventProduct[] {
  const brand = custom_data?.content_brand ?? undefined
  const category = custom_data?.content_category ?? undefined
  const contents = custom_data?.contents ?? []
  if (contents.length > 0) {
    return contents.map((content) => {
      const quantity = content.quantity != null && content.quantity > 0 ? content.quantity : 1
      return {
        id: content.id ?? undefined,
        brand: content.item_brand ?? brand,
        category: content.item_category ?? category,
        value: valueIn(content.item_price) * quantity,
        quantity,
      }
    })
  }
  const ids = custom_data?.content_ids ?? []
  const value = Math.floor(valueIn(custom_data?.value) / Math.max(1, ids.length))
  return ids.map((id) => ({ id, brand, category, value, quantity: 1 }))
}
