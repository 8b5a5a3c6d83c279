/** The operations that do one thing for each of many, so that one can fail alone. */
export const batchOperations: ReadonlySet<string> = new Set([
  'campaigns/create',
  'campaigns/update',
  'ad_groups/create',
  'ad_groups/update',
  'ads/create',
  'ads/update',
  'product_group_promotions/create',
  'product_group_promotions/update',
  'keywords/create',
  'keywords/update',
  'labels/create',
  'labels/update',
  'labels/apply',
  'labels/remove',
  'events/create',
])

/** How many items a body has: it is a list itself, or has one. */
export function itemsIn(body: unknown): number {
  if (Array.isArray(body)) return body.length
  const lists =
    body !== null && typeof body === 'object' ? Object.values(body).filter((part) => Array.isArray(part)) : []
  return lists[0]?.length ?? 0
}
