import { type Description, resolved, type Schema } from '#openapi/description.ts'
import type { DocumentPair } from './compare-schemas.ts'

/** What the options of a schema have together at a place. */
interface Place {
  readonly values: Set<unknown>
  /** Whether an option takes any text or number. */
  isOpen: boolean
  /** Whether an option has fields with names. */
  hasFields: boolean
}

/**
 * Returns the fields and values of a schema that no option of the official one has, however both are put together of
 * options: lines that start with a place.
 */
export function optionDifferences(
  pair: DocumentPair,
  place: string,
  [there, here]: readonly [Schema, Schema],
): readonly string[] {
  const theirs = placesOf(pair.there, there, place)
  return [...placesOf(pair.here, here, place)].flatMap(([at, { values }]) => {
    const known = theirs.get(at)
    if (known === undefined) {
      return theirs.get(parentOf(at))?.hasFields && !/[\]}]$/.test(at) ? [`${at}: absent there, present here`] : []
    }
    if (known.isOpen || known.values.size === 0) return []
    const added = [...values].filter((value) => value !== null && !known.values.has(value))
    return added.length > 0 ? [`${at}: values only here ${added.join(', ')}`] : []
  })
}

const parentOf = (place: string): string => place.slice(0, place.lastIndexOf('.'))

function placesOf(
  description: Description,
  part: Schema | undefined,
  place: string,
  found = new Map<string, Place>(),
  within: readonly Schema[] = [],
): Map<string, Place> {
  if (part === undefined) return found
  const schema = resolved<Schema>(description, part)
  if (within.includes(schema)) return found
  const {
    type,
    enum: values,
    oneOf = [],
    anyOf = [],
    allOf = [],
    properties = {},
    items,
    additionalProperties,
  } = schema
  const at = found.get(place) ?? { values: new Set(), isOpen: false, hasFields: false }
  found.set(place, at)
  for (const value of values ?? []) at.values.add(value)
  if (values === undefined && (type === 'string' || type === 'number' || type === 'integer')) at.isOpen = true
  if (Object.keys(properties).length > 0) at.hasFields = true
  const add = (inner: Schema | undefined, below: string) =>
    placesOf(description, inner, below, found, [...within, schema])
  for (const option of [...oneOf, ...anyOf, ...allOf]) add(option, place)
  for (const [name, property] of Object.entries(properties)) add(property, `${place}.${name}`)
  add(items, `${place}.[]`)
  if (typeof additionalProperties === 'object') add(additionalProperties, `${place}.{}`)
  return found
}
