import { type Operation, operations } from './operations.ts'

interface Matcher {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly parameters: number
}

const parameter = /{\w+}/g

/** Every operation with the paths that it matches, those with the fewest parameters first. */
const matchers: readonly Matcher[] = operations
  .map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(parameter, '[^/]+')}$`),
    parameters: operation.path.match(parameter)?.length ?? 0,
  }))
  .sort((one, other) => one.parameters - other.parameters)

/** Returns the operations that a path below `/v5` can match, at most one per method, the most literal first. */
export const operationsOn = (path: string): readonly Operation[] =>
  matchers.filter(({ pattern }) => pattern.test(path)).map(({ operation }) => operation)

const rivalsByOperation = new Map<Operation, readonly Matcher[]>()

/**
 * Returns the operation that matches a path more literally than the one it was routed to: `…/ad_groups/analytics` is no
 * ad group's id. Where both operations are implemented, the router already prefers the literal one.
 */
export function moreLiteralOperation(routed: Operation, path: string): Operation | undefined {
  let candidates = rivalsByOperation.get(routed)
  if (candidates === undefined) {
    candidates = rivalsOf(routed)
    rivalsByOperation.set(routed, candidates)
  }
  return candidates.find(({ pattern }) => pattern.test(path))?.operation
}

function rivalsOf(routed: Operation): readonly Matcher[] {
  const own = matchers.find(({ operation }) => operation === routed)
  return matchers.filter(
    ({ operation, parameters }) =>
      operation.method === routed.method &&
      own !== undefined &&
      parameters < own.parameters &&
      own.pattern.test(operation.path.replaceAll(parameter, 'x')),
  )
}
