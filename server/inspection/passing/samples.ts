import type { RequestSchema, SchemaNode } from './schema-node.ts'

const maxDepth = 4

/**
 * Returns a small value that a schema accepts: required members alone, the first of several values.
 *
 * @param name The name of the field, which tells texts apart.
 */
export function sampleOf(schema: RequestSchema, node: SchemaNode | undefined, name: string, depth = 0): unknown {
  const [first] = schema.alternatives(node).filter(({ type }) => type !== 'null')
  if (first === undefined || depth > maxDepth) return undefined
  if (first.example !== undefined) return first.example
  if (first.const !== undefined) return first.const
  if (first.enum !== undefined) return first.enum[0]
  switch (typesOf(first)[0]) {
    case 'object':
      return objectOf(schema, first, depth)
    case 'array':
      return [sampleOf(schema, first.items, name, depth + 1)].filter((item) => item !== undefined)
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return Math.max(first.minimum ?? 1, 1)
    case 'string':
      return textOf(first, name)
    default:
      return undefined
  }
}

/** Returns the types of a node, without null. */
export const typesOf = ({ type, properties, items }: SchemaNode): readonly string[] => {
  const types = [type ?? (properties ? 'object' : items ? 'array' : [])].flat()
  return types.filter((one) => one !== 'null')
}

function objectOf(schema: RequestSchema, { properties = {}, required = [] }: SchemaNode, depth: number): object {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1)
  const members = names.map((name) => [name, sampleOf(schema, properties[name], name, depth + 1)] as const)
  return Object.fromEntries(members.filter(([, value]) => value !== undefined))
}

/** Texts of which the patterns of the API accept one: of digits, of a URL, of a plain word, of a date. */
const texts = ['1', 'https://example.com/', 'example', '2026-01-01', 'a'.repeat(64), 'US']

function textOf({ pattern }: SchemaNode, name: string): string {
  const usual = /url|link/i.test(name) ? 'https://example.com/' : 'example'
  if (pattern === undefined) return usual
  const expression = new RegExp(pattern)
  return [usual, ...texts].find((text) => expression.test(text)) ?? usual
}
