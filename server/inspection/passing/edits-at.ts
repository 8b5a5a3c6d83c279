import { costs, type Edit, type EditContext } from './edit.ts'
import { listValues } from './list-values.ts'
import { type Path, removed } from './place.ts'
import { sampleOf, typesOf } from './samples.ts'
import { enumValues, numberValues, textValues, type Valued } from './scalar-values.ts'
import type { SchemaNode } from './schema-node.ts'

const maxDepth = 4
/** The most elements of a list, and members of an object, that are edited one by one. */
const maxMembers = 30
/** The most values that are tried for a member that was not sent. */
const maxAdded = 5

/** Returns changes of the value at a path, the nearest first. */
export function editsAt(context: EditContext, path: Path, current: unknown, depth = 0): readonly Edit[] {
  const { schema, values } = context
  if (--values.left < 0) return []
  const nodes = schema.at(path)
  const examples = schema.examplesAt(path).slice(0, 3)
  const valued: Valued[] = [
    ...examples.map((value) => ({ value, cost: exampleCost(value, current) })),
    ...nodes.flatMap((node) => valuesOf(context, path, node, current)),
    ...(current === undefined ? [] : [{ value: removed, cost: costs.removal }]),
  ]
  const own = valued.map(({ value, cost }) => ({ path, value, cost: cost + depth * costs.depth }))
  const nested = depth < maxDepth ? membersOf(context, path, nodes, current, depth) : []
  return distinct([...own, ...nested], path, current)
}

/** Returns the cost of a value of an example: to replace an object or list by it changes more than one value. */
function exampleCost(value: unknown, current: unknown): number {
  if (value === null || typeof value !== 'object') return costs.known
  return current === undefined ? costs.added : costs.whole
}

/** Returns values for a node: by its enumeration or its type. */
function valuesOf(context: EditContext, path: Path, node: SchemaNode, current: unknown): readonly Valued[] {
  if (node.type === 'null') return current === undefined ? [] : [{ value: null, cost: costs.removal + 0.1 }]
  if (node.const !== undefined) return [{ value: node.const, cost: costs.other }]
  if (node.enum !== undefined) return enumValues(context, node.enum)
  const sample = { value: sampleOf(context.schema, node, String(path.at(-1))), cost: costs.made }
  return [...typesOf(node).flatMap((type) => typedValues(context, path, node, current, type)), sample].filter(
    ({ value }) => value !== undefined,
  )
}

function typedValues(
  context: EditContext,
  path: Path,
  node: SchemaNode,
  current: unknown,
  type: string,
): readonly Valued[] {
  switch (type) {
    case 'boolean':
      return [true, false].map((value) => ({ value, cost: costs.other }))
    case 'integer':
    case 'number':
      return [...asNumber(current), ...numberValues(context, path, node)]
    case 'string':
      return [
        ...(typeof current === 'number' ? [{ value: String(current), cost: costs.named }] : []),
        ...textValues(context, path, node, current),
      ]
    case 'array':
      return listValues(context, path, node, current)
    default:
      return []
  }
}

/** Returns the number that a text is. */
const asNumber = (value: unknown): readonly Valued[] =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? [{ value: Number(value), cost: costs.named }]
    : []

/** Returns changes of the members of an object or list. */
function membersOf(
  context: EditContext,
  path: Path,
  nodes: readonly SchemaNode[],
  current: unknown,
  depth: number,
): readonly Edit[] {
  if (Array.isArray(current)) {
    return current.slice(0, maxMembers).flatMap((item, index) => editsAt(context, [...path, index], item, depth + 1))
  }
  if (current !== undefined && (current === null || typeof current !== 'object')) return []
  const sent = Object.keys(current ?? {})
  const known = nodes.flatMap(({ properties = {} }) => Object.keys(properties))
  const named = context.hints.words.filter((name) => known.includes(name))
  const missing = [...new Set([...named, ...known])].filter((name) => !sent.includes(name))
  if (current === undefined) return []
  return [
    ...sent
      .slice(0, maxMembers)
      .flatMap((name) => editsAt(context, [...path, name], Reflect.get(current as object, name), depth + 1)),
    ...missing
      .slice(0, maxMembers)
      .flatMap((name) => editsAt(context, [...path, name], undefined, depth + 1).slice(0, maxAdded)),
  ]
}

/** Returns the edits that change something, each value once, the cheapest first. */
function distinct(edits: readonly Edit[], path: Path, current: unknown): readonly Edit[] {
  const [here, before] = [JSON.stringify(path), JSON.stringify(current)]
  const seen = new Set<string>()
  return [...edits]
    .sort((one, other) => one.cost - other.cost)
    .filter((edit) => {
      const at = JSON.stringify(edit.path)
      const value = edit.value === removed ? 'removed' : JSON.stringify(edit.value)
      if (at === here && value === before) return false
      const key = `${at} ${value}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}
