const unbounded = Number.POSITIVE_INFINITY

/** How many items a call of each operation takes that does one thing for each of many, so that one can fail alone. */
export const mostItems: ReadonlyMap<string, number> = new Map([
  ['campaigns/create', 30],
  ['campaigns/update', 30],
  ['ad_groups/create', 30],
  ['ad_groups/update', 30],
  ['ads/create', 30],
  ['ads/update', 30],
  ['product_group_promotions/create', 30],
  ['product_group_promotions/update', 30],
  ['keywords/create', unbounded],
  ['keywords/update', unbounded],
  ['labels/create', unbounded],
  ['labels/update', unbounded],
  ['labels/apply', 250],
  ['labels/remove', 250],
  ['events/create', 1000],
])

/** Those operations. */
export const batchOperations: ReadonlySet<string> = new Set(mostItems.keys())

/** How many items a body has: it is a list itself, or has one. */
export function itemsIn(body: unknown): number {
  if (Array.isArray(body)) return body.length
  const lists =
    body !== null && typeof body === 'object' ? Object.values(body).filter((part) => Array.isArray(part)) : []
  return lists[0]?.length ?? 0
}
