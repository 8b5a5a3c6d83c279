import { type Description, followed, type Schema } from './description.ts'

/**
 * A schema by itself: references followed, the parts of `allOf` laid over each other, and what is written beside them
 * on top. Only the schema is flattened, not those within.
 */
export function shapeOf(description: Description, schema: Schema): Schema {
  const { allOf = [], ...own } = followed(description, schema)
  return [...allOf.map((part) => shapeOf(description, part)), own].reduce(laidOver, {})
}

function laidOver(below: Schema, above: Schema): Schema {
  const required = [...(below.required ?? []), ...(above.required ?? [])]
  const properties = { ...below.properties, ...above.properties }
  return {
    ...below,
    ...above,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}
