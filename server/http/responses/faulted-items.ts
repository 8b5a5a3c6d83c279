import type { FastifyRequest } from 'fastify'
import type { Violation } from '#server/domain/rules/rule.ts'

/**
 * Returns why a fault refuses the item at an index of the batch, before anything else checks it; undefined otherwise.
 */
export function faultedItem(
  { fault }: FastifyRequest,
  index: number,
): { readonly violations: readonly Violation[] } | undefined {
  const refused = fault?.refusedItems.get(index)
  return refused && { violations: [{ rule: 'fault.item', code: refused.code, message: refused.message }] }
}
