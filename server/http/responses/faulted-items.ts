import type { FastifyRequest } from 'fastify'
import type { Violation } from '#server/domain/rules/rule.ts'

/** Returns why the item at that place of the batch fails before any rule is asked, when a fault says that it does. */
export function faultedItem(
  { fault }: FastifyRequest,
  place: number,
): { readonly violations: readonly Violation[] } | undefined {
  const refused = fault?.refusedItems.get(place)
  return refused && { violations: [{ rule: 'fault.item', code: refused.code, message: refused.message }] }
}
