import type { FastifyRequest } from 'fastify'
import type { Violation } from '#server/domain/rules/rule.ts'

/** Why the item at that place of the batch fails before anything looks at it, because a fault says so. */
export function faultedItem(
  { fault }: FastifyRequest,
  place: number,
): { readonly violations: readonly Violation[] } | undefined {
  const refused = fault?.refusedItems.get(place)
  return refused && { violations: [{ rule: 'fault.item', code: refused.code, message: refused.message }] }
}
