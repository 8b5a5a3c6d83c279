import type { Description, Schema } from '../description.ts'
import { pascal, singular } from './words.ts'

/** An inline object, at one of the places where its schema stands. */
export interface InlineObject {
  readonly schema: Schema
  /** What its schema and the equal ones have in common. */
  readonly key: string
  /** What its name begins with: the component or operation that it belongs to, or the key of the object around it. */
  readonly within: { readonly name: string } | { readonly key: string }
  /** What its name ends with, from there: the property, or the value that tells it from the other options. */
  readonly before: string
  readonly after: string
}

/** Returns whether a schema is an object with properties of its own. */
export const isInlineObject = ({ $ref, type, properties }: Schema): boolean =>
  $ref === undefined && type === 'object' && Object.keys(properties ?? {}).length > 0

/** Returns what equal objects have in common: all but whether they may be null, and what is said of them. */
export function keyOf({ nullable: _nullable, description: _description, example: _example, ...shape }: Schema): string {
  return JSON.stringify(shape)
}

/** The way from the nearest name to a schema. */
interface Way {
  readonly within: InlineObject['within']
  readonly before: string
  readonly after: string
}

/** Returns every inline object of a description, in every place. */
export function inlineObjectsIn({ paths, components }: Description): readonly InlineObject[] {
  const found: InlineObject[] = []
  const start = (name: string): Way => ({ within: { name }, before: '', after: '' })
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) searchParts(schema, start(name), found)
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    const name = pascal(operation.operationId ?? '')
    for (const parameter of operation.parameters ?? []) {
      if ('schema' in parameter) search(parameter.schema ?? {}, start(name + pascal(parameter.name)), found)
    }
    const contents = [
      ['Request', operation.requestBody],
      ...Object.values(operation.responses).map((response) => ['Response', response] as const),
    ] as const
    for (const [part, content] of contents) {
      const media = content !== undefined && 'content' in content ? Object.values(content.content ?? {}) : []
      for (const { schema } of media) search(schema ?? {}, start(name + part), found)
    }
  }
  return found
}

function search(schema: Schema, way: Way, found: InlineObject[]): void {
  const isNamed = isInlineObject(schema)
  const key = isNamed ? keyOf(schema) : ''
  if (isNamed) found.push({ schema, key, ...way })
  searchParts(schema, isNamed ? { within: { key }, before: '', after: '' } : way, found)
}

function searchParts(schema: Schema, way: Way, found: InlineObject[]): void {
  const { properties = {}, items, additionalProperties, allOf = [], oneOf = [], anyOf = [] } = schema
  const longer = (step: string): Way => ({ ...way, after: way.after + pascal(step) })
  for (const [name, part] of Object.entries(properties)) {
    search(part, longer(part.items === undefined ? name : singular(name)), found)
  }
  if (items !== undefined)
    search(items, properties === schema.properties || way.after !== '' ? way : longer('item'), found)
  if (typeof additionalProperties === 'object') search(additionalProperties, way, found)
  for (const part of allOf) search(part, way, found)
  for (const options of [oneOf, anyOf]) {
    for (const [index, part] of options.entries()) search(part, optionWay(options, index, way), found)
  }
}

/** Names an option by the value that tells it from the others, by its single property, or by its place. */
function optionWay(options: readonly Schema[], index: number, way: Way): Way {
  const { properties = {} } = options[index] ?? {}
  const names = Object.keys(properties)
  const telling = names.find((name) => {
    const values = options.map((option) => option.properties?.[name]?.enum)
    return values.filter((one) => one?.length === 1).length > 1 && values[index]?.length === 1
  })
  if (telling !== undefined) return { ...way, before: pascal(String(properties[telling]?.enum?.[0])) + way.before }
  const step = names.length === 1 ? (names[0] ?? '') : `option_${index + 1}`
  return { ...way, after: way.after + pascal(step) }
}
