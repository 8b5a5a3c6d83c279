import { type Operation, operations } from '#openapi/operations.ts'
import type { FaultRule } from '#server/domain/faults/fault.ts'
import type { FaultMatch } from '#server/domain/faults/match.ts'
import { belowVersion } from '#server/domain/matching/path-pattern.ts'
import { nearest } from '#server/http/nearest.ts'
import { batchOperations, mostItems } from '#server/registry/operations.ts'
import { canMeet } from './path-patterns.ts'

/** One thing that an operation must be for a fault to match calls of it, and what is wrong when none of them is. */
interface Condition {
  readonly holds: (operation: Operation) => boolean
  /** @param left The operations that are left by the conditions before. */
  readonly otherwise: (left: readonly Operation[]) => string
}

/**
 * Why a fault could never strike, in words; undefined when it can.
 *
 * @param isBuilt Whether the server answers an operation with more than a 501, which no fault takes the place of.
 */
export function reasonUnreachable(
  { match, effect }: FaultRule,
  isBuilt: (operation: Operation) => boolean,
): string | undefined {
  const conditions = [...conditionsOf(match), { holds: isBuilt, otherwise: notBuilt }]
  if (effect.type === 'items') {
    const first = Math.min(...effect.items.map(({ item }) => item))
    conditions.push({ holds: ({ id }) => batchOperations.has(id), otherwise: noBatch })
    conditions.push({
      holds: ({ id }) => first < (mostItems.get(id) ?? 0),
      otherwise: (left) => `no batch has an item ${first}, counted from 0, of ${left.map(longest).join(', ')}`,
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

function conditionsOf({ operation, method, path, ad_account, body_path, body_equals }: FaultMatch): Condition[] {
  const conditions: Condition[] = []
  if (operation !== undefined) {
    conditions.push({ holds: ({ id }) => id === operation, otherwise: () => noOperation(operation) })
  }
  if (path !== undefined) {
    const pattern = belowVersion(path)
    const pathOf = (one: Operation): string =>
      ad_account === undefined ? one.path : one.path.replace('{ad_account_id}', ad_account)
    conditions.push({
      holds: (one) => canMeet(pattern, pathOf(one)),
      otherwise: (left) => {
        const ofAccount = ad_account === undefined ? '' : ` for the ad account ${ad_account}`
        return `${path} is no path of ${left.length === 1 ? told(left) : 'the API'}${ofAccount}`
      },
    })
  }
  if (method !== undefined) {
    conditions.push({
      holds: (one) => one.method === method || (method === 'HEAD' && one.method === 'GET'),
      otherwise: (left) => `never called with ${method}: ${told(left)}`,
    })
  }
  if (ad_account !== undefined) {
    conditions.push({
      holds: (one) => one.path.includes('{ad_account_id}'),
      otherwise: (left) => `without an ad account in the path: ${told(left)}`,
    })
  }
  if (body_path !== undefined || body_equals !== undefined) {
    conditions.push({
      holds: (one) => one.method !== 'GET' && one.method !== 'DELETE',
      otherwise: (left) => `without a body: ${told(left)}`,
    })
  }
  return conditions
}

const ids = operations.map(({ id }) => id)

const noOperation = (id: string): string => `there is no operation ${id}. Did you mean ${nearest(id, ids)}?`
const notBuilt = (left: readonly Operation[]): string => `not built here, and always answered with 501: ${told(left)}`
const longest = ({ id }: Operation): string => `${id} (${mostItems.get(id)} at most)`
const noBatch = (left: readonly Operation[]): string =>
  `without a batch: ${told(left)}. Items can fail in ${[...batchOperations].join(', ')}`

/** A few operations with their methods and paths. */
function told(some: readonly Operation[]): string {
  const shown = some.slice(0, 3).map(({ id, method, path }) => `${id} (${method} ${path})`)
  return some.length > shown.length ? `${shown.join(', ')} and ${some.length - shown.length} more` : shown.join(', ')
}
