import { type Description, resolved, type Schema } from './description.ts'

/**
 * Flattens a schema: resolves references and merges the parts of `allOf`, with the schema's own keywords on top. Nested
 * schemas stay as they are.
 */
export function flattened(description: Description, schema: Schema): Schema {
  const { allOf = [], ...own } = resolved(description, schema)
  return [...allOf.map((part) => flattened(description, part)), own].reduce(merged, {})
}

function merged(below: Schema, above: Schema): Schema {
  const required = [...(below.required ?? []), ...(above.required ?? [])]
  const properties = { ...below.properties, ...above.properties }
  return {
    ...below,
    ...above,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}
