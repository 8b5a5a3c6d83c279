import type { Content, Description, Schema } from '../description.ts'
import { enumerationNames, tooGeneral } from './enumeration-names.ts'
import { type Place, rewriteSchemas } from './schema-places.ts'
import { pascal } from './words.ts'

const prefix = '#/components/schemas/'
const form = 'application/x-www-form-urlencoded'

/**
 * Makes every enumeration of two values and more a component, equal ones the same. One that may be null is a component
 * of its own, `CurrencyOrNull`: in OpenAPI 3.0 a reference cannot be made nullable, and each generator reads the attempt
 * differently. The fields of forms keep theirs: Rust's generated client does not compile a reference there.
 */
export function withNamedEnumerations(description: Description): Description {
  const forms = formsIn(description)
  const { groups, taken } = enumerationsIn(description)
  const names = namesOf(groups, taken)
  const made: Record<string, Schema> = {}
  const rewritten = rewriteSchemas(description, (schema, { isComponent, owner }) => {
    const name = isEnumeration(schema) && !isComponent && !forms.has(owner) ? names.get(keyOf(schema)) : undefined
    if (name === undefined) return schema
    const { type, enum: values = [], nullable, ...beside } = schema
    const named = nullable === true ? `${name}OrNull` : name
    made[named] ??= { type: type ?? 'string', ...(nullable === true && { nullable }), enum: values }
    const reference = { $ref: prefix + named }
    return Object.keys(beside).length === 0 ? reference : { ...beside, allOf: [reference] }
  })
  const schemas = { ...rewritten.components?.schemas, ...made }
  return { ...rewritten, components: { ...rewritten.components, schemas } }
}

const valuesOf = ({ enum: values = [] }: Schema): readonly unknown[] => values.filter((value) => value !== null)

const isEnumeration = (schema: Schema): boolean => valuesOf(schema).length > 1

const keyOf = (schema: Schema): string => JSON.stringify([schema.type, valuesOf(schema)])

/** Returns the components that are sent as forms. */
function formsIn({ paths }: Description): ReadonlySet<string> {
  const operations = Object.values(paths).flatMap((item) => Object.values(item))
  const bodies = operations.map(
    ({ requestBody }) => (requestBody as Content | undefined)?.content?.[form]?.schema?.$ref,
  )
  return new Set(bodies.flatMap((reference) => (reference === undefined ? [] : [reference.slice(prefix.length)])))
}

/** Returns where each enumeration stands, and the names that components have. */
function enumerationsIn(description: Description) {
  const groups = new Map<string, Place[]>()
  const taken = new Map<string, string>()
  rewriteSchemas(description, (schema, place) => {
    if (place.isComponent) taken.set(place.owner, isEnumeration(schema) ? keyOf(schema) : '')
    else if (isEnumeration(schema)) groups.set(keyOf(schema), [...(groups.get(keyOf(schema)) ?? []), place])
    return schema
  })
  return { groups, taken }
}

/** Names enumerations: as they are called in the trade, by the property where that is clear, or by its object as well. */
function namesOf(
  groups: ReadonlyMap<string, readonly Place[]>,
  taken: Map<string, string>,
): ReadonlyMap<string, string> {
  const byProperty = new Map<string, Set<string>>()
  for (const [key, places] of groups) {
    for (const { name } of places) byProperty.set(pascal(name), (byProperty.get(pascal(name)) ?? new Set()).add(key))
  }
  const names = new Map<string, string>()
  for (const [key, places] of groups) {
    const known = places
      .map(({ owner, name }) => enumerationNames[`${owner}.${name}`])
      .find((name) => name !== undefined)
    const alone = places
      .map(({ name }) => pascal(name))
      .filter((name) => byProperty.get(name)?.size === 1 && !tooGeneral.has(name) && !taken.has(name))
    const owned = [places.map(ownedName), places.map(({ owner, name }) => owner + pascal(name))]
    const free = owned
      .map((made) => shortest(made.filter((name) => !taken.has(name))))
      .find((name) => name !== undefined)
    const name = known ?? shortest(alone) ?? free ?? ''
    if (taken.has(name))
      throw new Error(
        `An enumeration cannot be called ${name}, ${places.map(({ owner, name }) => `${owner}.${name}`)}: openapi/naming/enumeration-names.ts`,
      )
    taken.set(name, key)
    names.set(key, name)
  }
  return names
}

/** `LeadFormCreate.status` becomes `LeadFormStatus`. */
const ownedName = ({ owner, name }: Place): string =>
  owner.replace(/(?:Create|Update|Request|Response|Input|Page|Item|List|Get|Query)+$/, '') + pascal(name)

const shortest = (names: readonly string[]): string | undefined =>
  [...names].sort((one, other) => one.length - other.length || (one < other ? -1 : 1))[0]
