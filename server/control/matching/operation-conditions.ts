import { type Operation, operations } from '#openapi/operations.ts'
import { type CallMatch, looksAtBody } from '#server/domain/matching/call-match.ts'
import { overlaps } from '#server/domain/matching/path-overlap.ts'
import { belowVersion } from '#server/domain/matching/path-pattern.ts'
import { nearest } from '#server/http/nearest.ts'
import { NearOperations } from '#server/inspection/near-operations.ts'

/** A condition that calls of an operation have to meet to match, with the reason when no operation meets it. */
export interface Condition {
  readonly holds: (operation: Operation) => boolean
  /** @param left The operations that meet the previous conditions. */
  readonly otherwise: (left: readonly Operation[]) => string
}

/** The operations that meet conditions, or the reason why none does. */
export type Narrowed =
  | { readonly left: readonly Operation[]; readonly reason?: undefined }
  | { readonly left?: undefined; readonly reason: string }

/** Applies conditions one after the other, beginning with all operations. */
export function narrow(conditions: readonly Condition[]): Narrowed {
  let left: readonly Operation[] = operations
  for (const { holds, otherwise } of conditions) {
    const passed = left.filter(holds)
    if (passed.length === 0) return { reason: otherwise(left) }
    left = passed
  }
  return { left }
}

const ids = operations.map(({ id }) => id)

/** Returns the condition of an operation's id. */
export const ofOperation = (operation: string): Condition => ({
  holds: ({ id }) => id === operation,
  otherwise: () => `operation: there is no operation ${operation}. Did you mean ${nearest(operation, ids)}?`,
})

/** Returns the condition of a path, with the ad account in it if both are matched. */
export function ofPath(path: string, adAccount?: string): Condition {
  const pattern = belowVersion(path)
  const pathOf = (one: Operation): string =>
    adAccount === undefined ? one.path : one.path.replace('{ad_account_id}', adAccount)
  return {
    holds: (one) => overlaps(pattern, pathOf(one)),
    otherwise(left) {
      const ofAccount = adAccount === undefined ? '' : ` for the ad account ${adAccount}`
      if (left.length === 1) return `${path} is no path of ${describe(left)}${ofAccount}`
      const [near] = new NearOperations().to({ method: 'GET', url: path })
      const hint = near === undefined || ofAccount !== '' ? '' : `. Did you mean ${near.path}?`
      return `${path} is no path of the API${ofAccount}${hint}`
    },
  }
}

/** Returns the condition of a method. */
export const ofMethod = (method: string): Condition => ({
  holds: (one) => one.method === method || (method === 'HEAD' && one.method === 'GET'),
  otherwise: (left) => `never called with ${method}: ${describe(left)}`,
})

/** The condition of a match that looks at bodies. */
export const hasBody: Condition = {
  holds: ({ method }) => method !== 'GET' && method !== 'DELETE',
  otherwise: (left) => `without a body: ${describe(left)}`,
}

/** Returns the conditions of a match whose calls are of a documented operation. */
export function conditionsOf(match: CallMatch): readonly Condition[] {
  const { operation, path, method, ad_account } = match
  return [
    ...(operation === undefined ? [] : [ofOperation(operation)]),
    ...(path === undefined ? [] : [ofPath(path, ad_account)]),
    ...(method === undefined ? [] : [ofMethod(method)]),
    ...(looksAtBody(match) ? [hasBody] : []),
  ]
}

/** Describes up to three operations by id, method and path. */
export function describe(operations: readonly Operation[]): string {
  const shown = operations.slice(0, 3).map(({ id, method, path }) => `${id} (${method} ${path})`)
  return operations.length > shown.length
    ? `${shown.join(', ')} and ${operations.length - shown.length} more`
    : shown.join(', ')
}
