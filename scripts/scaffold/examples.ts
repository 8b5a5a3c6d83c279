import type { Description, Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import type { Shape } from './shape.ts'

/** Texts of which one mostly matches a pattern. */
const candidates = [
  ...['1', 'US', 'en', 'A1', 'a', '2026-06-01', '12:30'],
  ...['https://example.com', '+15550100', '#AABBCC', '94107'],
]

/** Returns an item with all that an object must have; the words are our own. */
export const exampleItem = (
  description: Description,
  { properties, required }: Shape,
  more: readonly string[] = [],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || more.includes(name))
      .map(([name, schema]) => [name, exampleOf(description, name, schema)]),
  )

/** Returns a value that a schema takes. */
export function exampleOf(description: Description, name: string, schema: Schema): unknown {
  const flat = flattened(description, schema)
  const { type, enum: values, oneOf = [], anyOf = [], items, minItems = 0, properties, minimum = 1 } = flat
  const [choice] = [...oneOf, ...anyOf]
  if (values !== undefined) return values.find((value) => value !== null)
  if (properties !== undefined) return exampleItem(description, ownShape(flat), firstOf(flat))
  if (choice !== undefined) return exampleOf(description, name, choice)
  if (items !== undefined) {
    return Array.from({ length: Math.max(1, minItems) }, () => exampleOf(description, name, items))
  }
  if (type === 'integer' || type === 'number') return /_time$|_at$/.test(name) ? 1_790_000_000 : minimum
  if (type === 'boolean') return true
  return type === 'string' ? textFor(name, flat) : {}
}

const ownShape = ({ properties = {}, required = [] }: Schema): Shape => ({ properties, required })

/** The first property of an object that need not have any, so that the example is not empty. */
const firstOf = ({ properties = {} }: Schema): readonly string[] => Object.keys(properties).slice(0, 1)

function textFor(name: string, { pattern, minLength = 0, maxLength = 200 }: Schema): string {
  if (pattern !== undefined) {
    const matching = new RegExp(pattern)
    const found = candidates.find((text) => matching.test(text) && text.length <= maxLength)
    return (found ?? '').padEnd(minLength, found ?? '')
  }
  if (/(url|link|uri)$/.test(name)) return 'https://example.com'
  const words = name.replaceAll('_', ' ')
  return `One ${words}`.padEnd(minLength, '.').slice(0, maxLength)
}
