import type { Operation } from '#openapi/operations.ts'
import type { FaultRule } from '#server/domain/faults/fault.ts'
import { batchOperations, maxItems } from '#server/registry/operations.ts'
import { conditionsOf, describe, narrow } from '../matching/operation-conditions.ts'

/**
 * Returns the reason why a fault can never apply to a call of an operation, implemented or not; undefined when it can.
 */
export function reasonUnreachable({ match, effect }: FaultRule): string | undefined {
  const conditions = [...conditionsOf(match)]
  if (effect.type === 'items') {
    const first = Math.min(...effect.items.map(({ item }) => item))
    conditions.push({ holds: ({ id }) => batchOperations.has(id), otherwise: noBatch })
    conditions.push({
      holds: ({ id }) => first < (maxItems.get(id) ?? 0),
      otherwise: (left) => `no batch has an item ${first}, counted from 0, of ${left.map(batchSize).join(', ')}`,
    })
  }
  return narrow(conditions).reason
}

const batchSize = ({ id }: Operation): string => `${id} (${maxItems.get(id)} at most)`
const noBatch = (left: readonly Operation[]): string =>
  `without a batch: ${describe(left)}. Items can fail in ${[...batchOperations].join(', ')}`
