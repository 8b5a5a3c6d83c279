import { costs, type EditContext } from './edit.ts'
import type { Path } from './place.ts'
import { sampleOf } from './samples.ts'
import { textValues, type Valued } from './scalar-values.ts'
import type { SchemaNode } from './schema-node.ts'

/** Returns lists: shorter ones, each value once, every value changed in one way, one value more. */
export function listValues(
  context: EditContext,
  path: Path,
  { items }: SchemaNode,
  current: unknown,
): readonly Valued[] {
  const { hints, schema } = context
  const one = sampleOf(schema, items, String(path.at(-1)))
  const added = one === undefined ? [] : [one]
  if (!Array.isArray(current)) {
    const wrapped = current === undefined || current === null ? [] : [{ value: [current], cost: costs.named }]
    const ids = context.idsFor([...path, 0]).map((id) => ({ value: [id], cost: costs.known }))
    return [...wrapped, ...ids, { value: added, cost: costs.made }]
  }
  const lengths = [...hints.numbers, current.length - 1].filter((length) => length > 0 && length < current.length)
  const unique = [...new Map(current.map((item) => [JSON.stringify(item), item])).values()]
  return [
    ...lengths.map((length) => ({
      value: current.slice(0, length),
      cost: costs.named + (current.length - length - 1) * costs.left,
    })),
    ...(unique.length < current.length ? [{ value: unique, cost: costs.named }] : []),
    ...eachChanged(context, path, current),
    ...context.idsFor([...path, 0], current[0]).map((id) => ({ value: [...current, id], cost: costs.known })),
    { value: [...current, ...added], cost: costs.made },
    { value: [], cost: costs.removal + 0.1 },
  ]
}

/** Returns lists in which every text is changed alike: where one is too long or is not hashed, others are often, too. */
function eachChanged(context: EditContext, path: Path, current: readonly unknown[]): readonly Valued[] {
  if (current.length < 2 || !current.every((item) => typeof item === 'string')) return []
  const [node = {}] = context.schema.at([...path, 0])
  const ways = current.map((item) => textValues(context, [...path, 0], node, item))
  return (ways[0] ?? []).slice(0, 4).map(({ cost }, way) => ({
    value: current.map((item, index) => ways[index]?.[way]?.value ?? item),
    cost: cost + 0.2,
  }))
}
