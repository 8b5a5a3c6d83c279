import type { Description, Schema } from '../description.ts'
import { rewriteSchemas } from './schema-places.ts'

const prefix = '#/components/schemas/'

/**
 * Names the property that tells the options of a union apart, where there is one: generators make narrowing types of it.
 * Such options exclude each other.
 */
export const withDiscriminators = (description: Description): Description => {
  const schemas = description.components?.schemas ?? {}
  return rewriteSchemas(description, (schema) => {
    const { anyOf = [], oneOf: options = anyOf, ...rest } = schema
    const names = options.map(({ $ref }) => $ref?.slice(prefix.length) ?? '')
    if (options.length < 2 || names.includes('')) return schema
    const [first] = names
    const property = Object.keys(schemas[first ?? '']?.properties ?? {}).find((name) => {
      const values = names.map((option) => constantOf(schemas[option] ?? {}, name))
      return !values.includes(undefined) && new Set(values).size === values.length
    })
    if (property === undefined) return schema
    const entries = names.map((name) => [constantOf(schemas[name] ?? {}, property), prefix + name])
    return { ...rest, oneOf: options, discriminator: { propertyName: property, mapping: Object.fromEntries(entries) } }
  })
}

/** Returns the only value that a required property of an object may have. */
function constantOf({ properties = {}, required = [] }: Schema, name: string): unknown {
  const { enum: values = [] } = properties[name] ?? {}
  return required.includes(name) && values.length === 1 ? values[0] : undefined
}
