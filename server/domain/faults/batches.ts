/** How many items a body has: it is a list itself, or has one. */
export function itemsIn(body: unknown): number {
  if (Array.isArray(body)) return body.length
  const lists =
    body !== null && typeof body === 'object' ? Object.values(body).filter((part) => Array.isArray(part)) : []
  return lists[0]?.length ?? 0
}
