import type { FastifyRequest } from 'fastify'
import type { Refusal } from '#server/domain/rules/rule.ts'

/** Why the item at that place of the batch fails before anything looks at it, because a fault says so. */
export function refusedByFault(
  { fault }: FastifyRequest,
  place: number,
): { readonly refusals: readonly Refusal[] } | undefined {
  const refused = fault?.refusedItems.get(place)
  return refused && { refusals: [{ rule: 'fault.item', code: refused.code, message: refused.message }] }
}
