import { type Operation, operations } from './operations.ts'

interface Matcher {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly parameters: number
}

const parameter = /{\w+}/g

let matchers: readonly Matcher[] | undefined

/** Returns every operation with the paths that it matches, those with the fewest parameters first. */
const allMatchers = (): readonly Matcher[] =>
  operations
    .map((operation) => ({
      operation,
      pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(parameter, '[^/]+')}$`),
      parameters: operation.path.match(parameter)?.length ?? 0,
    }))
    .sort((one, other) => one.parameters - other.parameters)

/** Returns the operations that a path below `/v5` can match, at most one per method, the most literal first. */
export function operationsOn(path: string): readonly Operation[] {
  matchers ??= allMatchers()
  return matchers.filter(({ pattern }) => pattern.test(path)).map(({ operation }) => operation)
}
