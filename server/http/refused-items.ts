import type { FastifyRequest } from 'fastify'
import type { Refusal } from '../domain/rule.ts'

/** What stands in a refusal in place of a rule's id when it is a fault that refuses. */
export const byFault = 'fault'

/** Why the item at that place of the batch fails before anything looks at it, because a fault says so. */
export function refusedByFault(
  { fault }: FastifyRequest,
  place: number,
): { readonly refusals: readonly Refusal[] } | undefined {
  const refused = fault?.refusedItems.get(place)
  return refused && { refusals: [{ rule: byFault, code: refused.code, message: refused.message }] }
}
