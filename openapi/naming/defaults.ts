import type { Description, Schema } from '../description.ts'
import { mapValues } from '../tidy-schema.ts'

/**
 * Says the default of a property in its description alone: openapi-typescript demands properties with a `default` of
 * whoever sends a body. Parameters keep theirs.
 */
export const withDefaultsInWords = (description: Description): Description => ({
  ...description,
  components: {
    ...description.components,
    schemas: mapValues(description.components?.schemas ?? {}, (schema) =>
      schema.properties === undefined ? schema : { ...schema, properties: mapValues(schema.properties, inWords) },
    ),
  },
})

function inWords({ default: absent, ...property }: Schema): Schema {
  if (absent === undefined) return property
  return { ...property, description: `${property.description ?? ''} Default: \`${String(absent)}\`.`.trimStart() }
}
