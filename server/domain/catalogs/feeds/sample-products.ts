const kinds = ['Tent', 'Sleeping bag', 'Backpack', 'Lantern', 'Stove', 'Jacket', 'Boots', 'Hammock'] as const
const colors = ['red', 'green', 'blue', 'grey', 'orange'] as const
const sizes = ['S', 'M', 'L', 'XL'] as const
const availabilities = ['in stock', 'in stock', 'in stock', 'out of stock', 'preorder'] as const

const of = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value

/**
 * Returns the nth sample product of a feed, as a row of it: the same on every run. Each group of four has the sizes of one
 * product.
 *
 * @param currency That of the feed; US dollars when absent.
 */
export function sampleProduct(index: number, currency = 'USD'): Readonly<Record<string, string>> {
  const group = Math.floor(index / sizes.length)
  const kind = of(kinds, group)
  const price = 10 + ((group * 37) % 490)
  return {
    id: `SAMPLE-${index + 1}`,
    title: `${kind} ${group + 1}, ${of(colors, group)}, ${of(sizes, index)}`,
    description: `A ${kind.toLowerCase()} for long walks, number ${group + 1} of the range.`,
    link: `https://example.com/products/${group + 1}?size=${of(sizes, index)}`,
    image_link: `https://example.com/images/${group + 1}.jpg`,
    price: `${price}.99 ${currency}`,
    ...(group % 5 === 0 && { sale_price: `${Math.ceil(price * 0.8)}.49 ${currency}` }),
    availability: of(availabilities, index),
    condition: 'new',
    brand: `Meadow ${(group % 12) + 1}`,
    item_group_id: `GROUP-${group + 1}`,
    color: of(colors, group),
    size: of(sizes, index),
    google_product_category: 'Sporting Goods > Outdoor Recreation > Camping & Hiking',
    product_type: `Outdoor > ${kind}`,
    custom_label_0: group % 3 === 0 ? 'bestseller' : 'range',
  }
}

/** Yields that many sample products. */
export function* sampleProducts(count: number, currency?: string): Generator<Readonly<Record<string, string>>> {
  for (let index = 0; index < count; index++) yield sampleProduct(index, currency)
}
