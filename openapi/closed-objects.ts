import { type Content, type Description, followed, operationsIn, type Schema } from './description.ts'

/**
 * By operation, where its body has objects that are closed: which take no property that they are not described with.
 * Places are written as key paths: '' is the body, `data[].app_info` a field of each item, `*` any key of a map. Where one
 * of several schemas is meant, a place counts when any of them closes it. Operations without such objects are left out.
 */
export function closedObjectsIn(description: Description): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {}
  for (const [id, { operation }] of operationsIn(description)) {
    const { content = {} } = followed<Content>(description, operation.requestBody ?? {})
    const places = Object.values(content).flatMap(({ schema = {} }) => [...placesIn(description, schema, '', [])])
    if (places.length > 0) found[id] = [...new Set(places)].sort()
  }
  return found
}

/** @param above The references that led here: a schema may be within itself. */
function* placesIn(
  description: Description,
  given: Schema,
  place: string,
  above: readonly string[],
): Generator<string, void, undefined> {
  if (given.$ref !== undefined && above.includes(given.$ref)) return
  const within = given.$ref === undefined ? above : [...above, given.$ref]
  const schema = followed<Schema>(description, given)
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
