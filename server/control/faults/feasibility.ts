import { type Operation, operations } from '#openapi/operations.ts'
import type { FaultRule } from '#server/domain/faults/fault.ts'
import { type CallMatch, looksAtBody } from '#server/domain/matching/call-match.ts'
import { overlaps } from '#server/domain/matching/path-overlap.ts'
import { belowVersion } from '#server/domain/matching/path-pattern.ts'
import { nearest } from '#server/http/nearest.ts'
import { batchOperations, maxItems } from '#server/registry/operations.ts'

/**
 * A condition that calls of an operation have to meet for a fault to apply, with the reason when no operation meets it.
 */
interface Condition {
  readonly holds: (operation: Operation) => boolean
  /** @param left The operations that meet the previous conditions. */
  readonly otherwise: (left: readonly Operation[]) => string
}

/**
 * Returns the reason why a fault can never apply to a call of an operation, implemented or not; undefined when it can.
 */
export function reasonUnreachable({ match, effect }: FaultRule): string | undefined {
  const conditions = conditionsOf(match)
  if (effect.type === 'items') {
    const first = Math.min(...effect.items.map(({ item }) => item))
    conditions.push({ holds: ({ id }) => batchOperations.has(id), otherwise: noBatch })
    conditions.push({
      holds: ({ id }) => first < (maxItems.get(id) ?? 0),
      otherwise: (left) => `no batch has an item ${first}, counted from 0, of ${left.map(batchSize).join(', ')}`,
    })
  }
  let left: readonly Operation[] = operations
  for (const { holds, otherwise } of conditions) {
    const passed = left.filter(holds)
    if (passed.length === 0) return otherwise(left)
    left = passed
  }
  return undefined
}

function conditionsOf(match: CallMatch): Condition[] {
  const { operation, method, path, ad_account } = match
  const conditions: Condition[] = []
  if (operation !== undefined) {
    conditions.push({ holds: ({ id }) => id === operation, otherwise: () => noOperation(operation) })
  }
  if (path !== undefined) {
    const pattern = belowVersion(path)
    const pathOf = (one: Operation): string =>
      ad_account === undefined ? one.path : one.path.replace('{ad_account_id}', ad_account)
    conditions.push({
      holds: (one) => overlaps(pattern, pathOf(one)),
      otherwise: (left) => {
        const ofAccount = ad_account === undefined ? '' : ` for the ad account ${ad_account}`
        return `${path} is no path of ${left.length === 1 ? describe(left) : 'the API'}${ofAccount}`
      },
    })
  }
  if (method !== undefined) {
    conditions.push({
      holds: (one) => one.method === method || (method === 'HEAD' && one.method === 'GET'),
      otherwise: (left) => `never called with ${method}: ${describe(left)}`,
    })
  }
  if (ad_account !== undefined) {
    conditions.push({
      holds: (one) => one.path.includes('{ad_account_id}'),
      otherwise: (left) => `without an ad account in the path: ${describe(left)}`,
    })
  }
  if (looksAtBody(match)) {
    conditions.push({
      holds: (one) => one.method !== 'GET' && one.method !== 'DELETE',
      otherwise: (left) => `without a body: ${describe(left)}`,
    })
  }
  return conditions
}

const ids = operations.map(({ id }) => id)

const noOperation = (id: string): string => `there is no operation ${id}. Did you mean ${nearest(id, ids)}?`
const batchSize = ({ id }: Operation): string => `${id} (${maxItems.get(id)} at most)`
const noBatch = (left: readonly Operation[]): string =>
  `without a batch: ${describe(left)}. Items can fail in ${[...batchOperations].join(', ')}`

/** Describes up to three operations by id, method and path. */
function describe(operations: readonly Operation[]): string {
  const shown = operations.slice(0, 3).map(({ id, method, path }) => `${id} (${method} ${path})`)
  return operations.length > shown.length
    ? `${shown.join(', ')} and ${operations.length - shown.length} more`
    : shown.join(', ')
}
