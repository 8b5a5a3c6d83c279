import type { Content, Description, Parameter, Reference, Schema } from '../description.ts'
import { mapValues } from '../tidy-schema.ts'
import { componentText } from './component-texts.ts'
import { describedBy } from './glossary.ts'
import { saysMore } from './says-more.ts'

/**
 * Describes every property, component, parameter and response that says nothing of itself, or only its name again: by a
 * glossary of names, and by texts of components.
 */
export function withDescriptions(description: Description): Description {
  const { paths, components } = description
  const schemas = describedComponents(components?.schemas ?? {})
  return {
    ...description,
    paths: mapValues(paths, (item) =>
      mapValues(item, ({ parameters, responses, ...operation }) => ({
        ...operation,
        ...(parameters && { parameters: parameters.map(describedParameter) }),
        responses: mapValues(responses, (response) => describedResponse(response, schemas)),
      })),
    ),
    components: { ...components, schemas },
  }
}

type Schemas = Readonly<Record<string, Schema>>

function describedComponents(schemas: Schemas): Schemas {
  const names = firstNames(schemas)
  const textOf = (name: string): string | undefined => {
    const schema = schemas[name]
    if (schema === undefined) return undefined
    const own = componentText(name, schema) ?? schema.description
    if (own !== undefined) return own
    for (const [ending, text] of endings) {
      const base = name.endsWith(ending) ? textOf(name.slice(0, -ending.length)) : undefined
      if (base !== undefined) return `${base} ${text}`
    }
    return describedBy(names.get(name) ?? '')
  }
  return mapValues(schemas, ({ properties, ...schema }, name) => {
    const text = textOf(name)
    return {
      ...schema,
      ...(text !== undefined && { description: text }),
      ...(properties && { properties: mapValues(properties, describedProperty) }),
    }
  })
}

/** What a component adds to the one whose name begins its own. */
const endings = [
  ['OrNull', 'Null stands for none.'],
  ['Input', 'Requests with other properties are refused.'],
] as const

function describedProperty(schema: Schema, name: string): Schema {
  if (schema.$ref !== undefined || saysMore(name, schema.description ?? '')) return schema
  const text = describedBy(name)
  return text === undefined ? schema : { ...schema, description: text }
}

function describedParameter(parameter: Parameter | Reference): Parameter | Reference {
  if ('$ref' in parameter || saysMore(parameter.name, parameter.description ?? '')) return parameter
  const text = describedBy(parameter.name)
  return text === undefined ? parameter : { ...parameter, description: text }
}

/** Says of a response what is said of its component. */
function describedResponse(response: Content | Reference, schemas: Schemas): Content | Reference {
  if ('$ref' in response) return response
  const [{ schema } = {}] = Object.values(response.content ?? {})
  const text = schemas[schema?.$ref?.split('/').at(-1) ?? '']?.description
  return text === undefined ? response : { ...response, description: text }
}

/** Returns the property that refers to each component first, directly or as a list of it. */
function firstNames(schemas: Schemas): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const visit = (schema: Schema, name: string): void => {
    const component = schema.$ref?.split('/').at(-1)
    if (component !== undefined && !names.has(component) && describedBy(name) !== undefined) names.set(component, name)
    const { items, additionalProperties, allOf = [], oneOf = [], anyOf = [], properties = {} } = schema
    if (items !== undefined) visit(items, name)
    if (typeof additionalProperties === 'object') visit(additionalProperties, name)
    for (const part of [...allOf, ...oneOf, ...anyOf]) visit(part, name)
    for (const [own, part] of Object.entries(properties)) visit(part, own)
  }
  for (const schema of Object.values(schemas)) visit(schema, '')
  return names
}
