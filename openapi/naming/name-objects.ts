import type { Content, Description, Parameter, Reference, Schema } from '../description.ts'
import { mapValues } from '../tidy-schema.ts'
import { type InlineObject, inlineObjectsIn, isInlineObject, keyOf } from './inline-objects.ts'
import { betterName } from './object-names.ts'

const prefix = '#/components/schemas/'

/** Makes every inline object a component, equal ones the same: generators name inline objects by numbers. */
export function withNamedObjects(description: Description): Description {
  const schemas = description.components?.schemas ?? {}
  const names = namesOf(inlineObjectsIn(description), new Set(Object.keys(schemas)))
  const made: Record<string, Schema> = {}

  function replace(schema: Schema): Schema {
    const name = isInlineObject(schema) ? names.get(keyOf(schema)) : undefined
    if (name === undefined) return replaceParts(schema)
    const { nullable, description: text, example, ...shape } = schema
    const words = { ...(text !== undefined && { description: text }), ...(example !== undefined && { example }) }
    made[name] ??= { ...replaceParts(shape), ...words }
    const isSaid = text === undefined || text === made[name]?.description
    const reference = { $ref: prefix + name }
    if (isSaid && nullable !== true) return reference
    return {
      ...(nullable === true && { type: 'object', nullable }),
      ...(!isSaid && { description: text }),
      allOf: [reference],
    }
  }

  function replaceParts(schema: Schema): Schema {
    const { properties, items, additionalProperties, allOf, oneOf, anyOf } = schema
    return {
      ...schema,
      ...(properties && { properties: mapValues(properties, replace) }),
      ...(items && { items: replace(items) }),
      ...(typeof additionalProperties === 'object' && { additionalProperties: replace(additionalProperties) }),
      ...(allOf && { allOf: allOf.map(replace) }),
      ...(oneOf && { oneOf: oneOf.map(replace) }),
      ...(anyOf && { anyOf: anyOf.map(replace) }),
    }
  }

  const inParameter = (parameter: Parameter | Reference): Parameter | Reference =>
    'schema' in parameter && parameter.schema ? { ...parameter, schema: replace(parameter.schema) } : parameter
  const inContent = (part: Content | Reference): Content | Reference =>
    'content' in part && part.content
      ? {
          ...part,
          content: mapValues(part.content, (media) => ({
            ...media,
            ...(media.schema && { schema: replace(media.schema) }),
          })),
        }
      : part
  const paths = mapValues(description.paths, (item) =>
    mapValues(item, (operation) => ({
      ...operation,
      ...(operation.parameters && { parameters: operation.parameters.map(inParameter) }),
      ...(operation.requestBody && { requestBody: inContent(operation.requestBody) }),
      responses: mapValues(operation.responses, inContent),
    })),
  )
  const kept = mapValues(schemas, replaceParts)
  return { ...description, paths, components: { ...description.components, schemas: { ...kept, ...made } } }
}

/** Names objects by key, outer ones first: the name of an inner one begins with that of the one around it. */
function namesOf(found: readonly InlineObject[], taken: Set<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const places = Map.groupBy(found, ({ key }) => key)
  const keys = [...places.keys()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
  for (const key of keys) {
    const equal = places.get(key) ?? []
    const isClosed = equal.some(({ schema }) => schema.additionalProperties === false)
    const made = equal.map(({ within, before, after }) => {
      const outer = 'name' in within ? within.name : (names.get(within.key) ?? '')
      return before + outer + after
    })
    const name = made.map((one) => betterName(one, isClosed)).find((one) => one !== undefined) ?? shortest(made)
    if (taken.has(name))
      throw new Error(`Two objects are called ${name}: ${made.join()}. Add one to openapi/naming/object-names.ts`)
    taken.add(name)
    names.set(key, name)
  }
  return names
}

const shortest = (names: readonly string[]): string =>
  [...names].sort((one, other) => one.length - other.length || (one < other ? -1 : 1))[0] ?? ''
