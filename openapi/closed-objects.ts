import { type Content, type Description, operationsIn, resolved, type Schema } from './description.ts'

/**
 * Lists, by operation, the closed objects of its body: those that accept only described properties. Places are key
 * paths: '' is the body, `data[].app_info` a field of each item, `*` any key of a map. Of alternative schemas, one that
 * is closed suffices. Operations without closed objects are left out.
 */
export function closedObjectsIn(description: Description): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {}
  for (const [id, { operation }] of operationsIn(description)) {
    const { content = {} } = resolved<Content>(description, operation.requestBody ?? {})
    const places = Object.values(content).flatMap(({ schema = {} }) => [...placesIn(description, schema, '', [])])
    if (places.length > 0) found[id] = [...new Set(places)].sort()
  }
  return found
}

/** @param above The references on the way to the schema, which may contain itself. */
function* placesIn(
  description: Description,
  schemaOrReference: Schema,
  place: string,
  above: readonly string[],
): Generator<string, void, undefined> {
  if (schemaOrReference.$ref !== undefined && above.includes(schemaOrReference.$ref)) return
  const within = schemaOrReference.$ref === undefined ? above : [...above, schemaOrReference.$ref]
  const schema = resolved<Schema>(description, schemaOrReference)
  const { allOf = [], oneOf = [], anyOf = [], properties = {}, items, additionalProperties } = schema
  if (additionalProperties === false) yield place
  for (const part of [...allOf, ...oneOf, ...anyOf]) yield* placesIn(description, part, place, within)
  for (const [name, part] of Object.entries(properties)) {
    yield* placesIn(description, part, place === '' ? name : `${place}.${name}`, within)
  }
  if (items !== undefined) yield* placesIn(description, items, `${place}[]`, within)
  if (typeof additionalProperties === 'object') {
    yield* placesIn(description, additionalProperties, place === '' ? '*' : `${place}.*`, within)
  }
}
