import { isObject, type JsonObject } from '#server/domain/json-object.ts'

/** The most references that lead from one to the next. */
const mostHops = 50

/** The most mistakes that a message lists. */
const mostListed = 5

/** Keys below which a description has data of the API, in which `$ref` is a name like any other. */
const dataKeys = new Set(['example', 'value', 'default', 'enum', 'const'])

/** Keys below which names are chosen by the description: `example` is a property there. */
const nameKeys = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'schemas',
  'parameters',
  'responses',
  'requestBodies',
  'examples',
  'headers',
  'paths',
  'content',
  'callbacks',
  'links',
  'pathItems',
  'securitySchemes',
  'encoding',
])

/** Returns why the references of a description cannot be followed; undefined where all can. */
export function checkReferences(content: JsonObject): string | undefined {
  const [outside, missing, circular]: [string[], string[], string[]] = [[], [], []]
  for (const reference of new Set(referencesIn(content, false))) {
    if (!reference.startsWith('#')) outside.push(reference)
    else if (!reference.startsWith('#/') || targetOf(content, reference) === undefined) missing.push(reference)
    else if (valueAtReference(content, { $ref: reference }) === undefined) circular.push(reference)
  }
  if (outside.length > 0)
    return `refers outside itself, and nothing is fetched: ${listed(outside)}. Bundle it into one file.`
  if (missing.length > 0) return `refers to what it does not have: ${listed(missing)}.`
  if (circular.length > 0) return `has references that lead to themselves: ${listed(circular)}.`
  return undefined
}

/** Returns the value that a reference leads to, over further references; any other value as it is. */
export function valueAtReference(content: JsonObject, value: unknown): unknown {
  let found = value
  for (let hops = 0; hops < mostHops; hops++) {
    if (!isObject(found) || typeof found.$ref !== 'string') return found
    found = targetOf(content, found.$ref)
  }
  return undefined
}

/** Returns the value at a JSON pointer of a document, `#/components/schemas/Pin`; undefined where it has none. */
function targetOf(content: JsonObject, reference: string): unknown {
  let value: unknown = content
  for (const step of reference.split('/').slice(1)) {
    const key = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~')
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

function* referencesIn(value: unknown, isNames: boolean): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* referencesIn(item, false)
    return
  }
  if (!isObject(value)) return
  if (!isNames && typeof value.$ref === 'string') yield value.$ref
  for (const [key, member] of Object.entries(value)) {
    if (!isNames && (dataKeys.has(key) || key.startsWith('x-'))) continue
    // `examples` of a schema is a list of data, that of a media type has names.
    if (!isNames && key === 'examples' && Array.isArray(member)) continue
    yield* referencesIn(member, !isNames && nameKeys.has(key) && isObject(member))
  }
}

function listed(references: readonly string[]): string {
  const more = references.length - mostListed
  return references.slice(0, mostListed).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
