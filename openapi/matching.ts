import { type Operation, operations } from './operations.ts'

interface Matcher {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly parameters: number
}

const parameter = /{\w+}/g

/** Every operation with the paths that it answers to, those with the fewest parameters first. */
const matchers: readonly Matcher[] = operations
  .map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(parameter, '[^/]+')}$`),
    parameters: operation.path.match(parameter)?.length ?? 0,
  }))
  .sort((one, other) => one.parameters - other.parameters)

/** The operations that a path below `/v5` may mean, one for each method at the most, the most literal first. */
export const operationsOn = (path: string): readonly Operation[] =>
  matchers.filter(({ pattern }) => pattern.test(path)).map(({ operation }) => operation)

const rivals = new Map<Operation, readonly Matcher[]>()

/**
 * The operation that a path means more literally than the one it was routed to: `…/ad_groups/analytics` is no ad
 * group's id. The router prefers the literal one by itself where it is built.
 */
export function rivalOf(routed: Operation, path: string): Operation | undefined {
  let known = rivals.get(routed)
  if (known === undefined) {
    known = rivalsOf(routed)
    rivals.set(routed, known)
  }
  return known.find(({ pattern }) => pattern.test(path))?.operation
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
