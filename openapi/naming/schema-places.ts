import type { Content, Description, Parameter, Reference, Schema } from '../description.ts'
import { mapValues } from '../tidy-schema.ts'
import { pascal, singular } from './words.ts'

/** Where a schema stands. */
export interface Place {
  /** The name of the component or operation that the schema belongs to. */
  readonly owner: string
  /** The property or parameter of that owner; in the singular for an item of a list; empty for the whole. */
  readonly name: string
  /** Whether the schema is a component itself. */
  readonly isComponent: boolean
}

/** Returns what takes the place of a schema; its parts were visited before. */
export type Visit = (schema: Schema, place: Place) => Schema

/** Rewrites every schema of a description, inner ones first. Examples and defaults are left alone. */
export function rewriteSchemas(description: Description, visit: Visit): Description {
  const { paths, components = {} } = description
  const schemas = mapValues(components.schemas ?? {}, (schema, owner) =>
    rewriteSchema(schema, { owner, name: '', isComponent: true }, visit),
  )
  return {
    ...description,
    paths: mapValues(paths, (item) =>
      mapValues(item, (operation) => {
        const owner = pascal(operation.operationId ?? '')
        const { parameters, requestBody, responses } = operation
        return {
          ...operation,
          ...(parameters && { parameters: parameters.map((parameter) => inParameter(parameter, owner, visit)) }),
          ...(requestBody && { requestBody: inContent(requestBody, `${owner}Request`, visit) }),
          responses: mapValues(responses, (response) => inContent(response, `${owner}Response`, visit)),
        }
      }),
    ),
    components: { ...components, schemas },
  }
}

function inParameter(parameter: Parameter | Reference, owner: string, visit: Visit): Parameter | Reference {
  if ('$ref' in parameter || parameter.schema === undefined) return parameter
  const place = { owner, name: parameter.name, isComponent: false }
  return { ...parameter, schema: rewriteSchema(parameter.schema, place, visit) }
}

function inContent(part: Content | Reference, owner: string, visit: Visit): Content | Reference {
  if ('$ref' in part || part.content === undefined) return part
  const content = mapValues(part.content, ({ schema, ...media }) => ({
    ...(schema && { schema: rewriteSchema(schema, { owner, name: '', isComponent: false }, visit) }),
    ...media,
  }))
  return { ...part, content }
}

/** Rewrites a schema and its parts, inner ones first. */
export function rewriteSchema(schema: Schema, place: Place, visit: Visit): Schema {
  const inner = (part: Schema, name = place.name): Schema =>
    rewriteSchema(part, { owner: place.owner, name, isComponent: false }, visit)
  const { properties, items, additionalProperties, allOf, oneOf, anyOf } = schema
  const joined = (name: string): string => (place.name === '' ? name : `${place.name}_${name}`)
  const rewritten: Schema = {
    ...schema,
    ...(properties && { properties: mapValues(properties, (part, name) => inner(part, joined(name))) }),
    ...(items && { items: inner(items, place.name === '' ? 'item' : singular(place.name)) }),
    ...(allOf && { allOf: allOf.map((part) => inner(part)) }),
    ...(oneOf && { oneOf: oneOf.map((part) => inner(part)) }),
    ...(anyOf && { anyOf: anyOf.map((part) => inner(part)) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: inner(additionalProperties) }),
  }
  return visit(rewritten, place)
}
