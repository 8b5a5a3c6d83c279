import { type Operation, operations } from './operations.ts'

/** An operation, and the parameters of the path that it was found at. */
export interface FoundOperation {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

/** The paths that begin alike. */
interface PathNode {
  readonly literals: Map<string, PathNode>
  parameter: PathNode | undefined
  /** The operations whose paths end here, by their methods. */
  readonly operations: Map<string, { readonly operation: Operation; readonly names: readonly string[] }>
}

let find: ReturnType<typeof routerOf> | undefined

/**
 * Returns the documented operation of a method and a path below `/v5`; undefined where there is none. A literal segment
 * is preferred to a parameter: `…/ad_groups/analytics` is no ad group's id. Parameters are decoded, and not empty. One
 * walk along the segments, however many operations there are; HEAD is answered as GET, and a path with a slash at its end
 * as the one without.
 *
 * @example findOperation('GET', '/boards/12/pins')?.params // { board_id: '12' }
 */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  find ??= routerOf(operations)
  return find(method, path)
}

/** Returns a function that finds one of these operations as `findOperation` does. */
export function routerOf(list: readonly Operation[]): (method: string, path: string) => FoundOperation | undefined {
  const root = pathTree(list)
  return (method, path) => {
    const values: string[] = []
    const segments = path.split('/')
    // Released clients write a slash at the end: POST …/reports/.
    if (segments.length > 2 && segments.at(-1) === '') segments.pop()
    return walk(root, method === 'HEAD' ? 'GET' : method, segments, 1, values)
  }
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

let literalFirst: readonly Operation[] | undefined

/** Returns the operations of a path below `/v5`, at most one per method, the most literal first. */
export function operationsOn(path: string): readonly Operation[] {
  literalFirst ??= operations.toSorted((one, other) => parametersIn(one) - parametersIn(other))
  const found = new Set(methods.map((method) => findOperation(method, path)?.operation))
  return literalFirst.filter((operation) => found.has(operation))
}

const parametersIn = ({ path }: Operation): number => path.split('{').length - 1

function walk(
  node: PathNode,
  method: string,
  segments: readonly string[],
  at: number,
  values: string[],
): FoundOperation | undefined {
  if (at === segments.length) {
    const end = node.operations.get(method)
    return end && { operation: end.operation, params: named(end.names, values) }
  }
  const segment = decoded(segments[at] as string)
  const literal = node.literals.get(segment)
  const found = literal && walk(literal, method, segments, at + 1, values)
  if (found !== undefined || node.parameter === undefined) return found
  if (segment === '') return undefined
  values.push(segment)
  const below = walk(node.parameter, method, segments, at + 1, values)
  if (below === undefined) values.pop()
  return below
}

function named(names: readonly string[], values: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {}
  for (let index = 0; index < names.length; index++) params[names[index] as string] = values[index] as string
  return params
}

function decoded(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const emptyNode = (): PathNode => ({ literals: new Map(), parameter: undefined, operations: new Map() })

function pathTree(list: readonly Operation[]): PathNode {
  const tree = emptyNode()
  for (const operation of list) {
    const names: string[] = []
    let node = tree
    for (const segment of operation.path.split('/').slice(1)) {
      if (segment.startsWith('{')) {
        names.push(segment.slice(1, -1))
        node.parameter ??= emptyNode()
        node = node.parameter
      } else {
        const below = node.literals.get(segment) ?? emptyNode()
        node.literals.set(segment, below)
        node = below
      }
    }
    node.operations.set(operation.method, { operation, names })
  }
  return tree
}
