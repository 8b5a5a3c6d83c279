import { isObject, type JsonObject } from '#server/domain/json-object.ts'
import type { Random } from '#server/domain/random.ts'
import type { JsonSchema } from './json-schema.ts'

/** No value matches a schema, or none that can be made. */
export class UnsatisfiableError extends Error {}

/** The most references and parts that one schema is put together from. */
const mostParts = 200

/** What schemas are flattened with. */
export interface FlatteningContext {
  readonly defs: Readonly<Record<string, JsonSchema>>
  /** Chooses among alternatives. */
  readonly random: Random
  /** Whether alternatives that end a value are preferred: null, and those without parts. */
  readonly isDeep: boolean
}

/**
 * Returns a schema without references, parts and alternatives: parts are merged, one alternative is chosen.
 *
 * @throws UnsatisfiableError where parts exclude each other.
 */
export function flatSchema(schema: JsonSchema, context: FlatteningContext): JsonObject {
  let parts = 0
  const flatten = (one: JsonSchema): JsonObject => {
    if (++parts > mostParts) throw new UnsatisfiableError('The schema has no end')
    if (one === false) throw new UnsatisfiableError('The schema matches nothing')
    if (one === true) return {}
    const { $ref, allOf, anyOf, oneOf, $defs: _, ...own } = one
    const pieces: JsonSchema[] = [
      ...(typeof $ref === 'string' ? [context.defs[$ref.replace('#/$defs/', '')] ?? true] : []),
      ...schemasIn(allOf),
    ]
    const first = own.const === undefined ? own : { ...own, enum: [own.const] }
    let flat = pieces.reduce<JsonObject>((sum, piece) => merged(sum, flatten(piece)), first)
    for (const choices of [anyOf, oneOf]) {
      if (!Array.isArray(choices)) continue
      flat = merged(flat, flatten(chosenOf(schemasIn(choices), context)))
    }
    return flat
  }
  return flatten(schema)
}

const schemasIn = (list: unknown): readonly JsonSchema[] => (Array.isArray(list) ? (list as JsonSchema[]) : [])

function chosenOf(choices: readonly JsonSchema[], { random, isDeep }: FlatteningContext): JsonSchema {
  const ending = choices.filter((choice) => isObject(choice) && choice.$ref === undefined && isScalar(choice.type))
  const from = isDeep && ending.length > 0 ? ending : choices
  // Null is a value as any other, and shows a reader nothing.
  const telling = from.filter((choice) => !isObject(choice) || choice.type !== 'null')
  const list = telling.length > 0 && !isDeep ? telling : from
  return list[Math.floor(random() * list.length)] ?? true
}

const isScalar = (type: unknown): boolean =>
  [type].flat().every((name) => ['null', 'string', 'number', 'integer', 'boolean'].includes(String(name)))

/** Returns the schema of what matches both schemas, as far as keywords can be merged. */
export function merged(one: JsonObject, other: JsonObject): JsonObject {
  const both: Record<string, unknown> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const [own, merge] = [both[key], mergers[key]]
    both[key] = own === undefined ? value : merge === undefined ? own : merge(own as never, value as never)
  }
  return both
}

type Merger = (one: never, other: never) => unknown

const largest: Merger = (one: number, other: number) => Math.max(one, other)
const smallest: Merger = (one: number, other: number) => Math.min(one, other)
const bothOf: Merger = (one: JsonSchema, other: JsonSchema) => ({ allOf: [one, other] })

const mergers: Readonly<Record<string, Merger>> = {
  type: commonTypes as Merger,
  enum: commonValues as Merger,
  properties: bothProperties as Merger,
  required: ((one: string[], other: string[]) => [...new Set([...one, ...other])]) as Merger,
  examples: ((one: unknown[], other: unknown[]) => [...one, ...other]) as Merger,
  items: bothOf,
  additionalProperties: bothOf,
  minimum: largest,
  exclusiveMinimum: largest,
  minLength: largest,
  minItems: largest,
  minProperties: largest,
  maximum: smallest,
  exclusiveMaximum: smallest,
  maxLength: smallest,
  maxItems: smallest,
  maxProperties: smallest,
}

function commonTypes(one: string | string[], other: string | string[]): string[] {
  const [types, others] = [[one].flat(), [other].flat()]
  const common = [...types, ...others].filter((type) => admits(types, type) && admits(others, type))
  if (common.length === 0) throw new UnsatisfiableError(`No value is both ${types} and ${others}`)
  return [...new Set(common)]
}

const admits = (types: readonly string[], type: string): boolean =>
  types.includes(type) || (type === 'integer' && types.includes('number'))

function commonValues(one: unknown[], other: unknown[]): unknown[] {
  const texts = new Set(other.map((value) => JSON.stringify(value)))
  const common = one.filter((value) => texts.has(JSON.stringify(value)))
  if (common.length === 0) throw new UnsatisfiableError('No value is in both enumerations')
  return common
}

function bothProperties(one: Record<string, JsonSchema>, other: Record<string, JsonSchema>): unknown {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries(
    [...names].map((name) => {
      const [of, from] = [one[name], other[name]]
      return [name, of === undefined ? from : from === undefined ? of : { allOf: [of, from] }]
    }),
  )
}
