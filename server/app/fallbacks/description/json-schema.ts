import { isObject, type JsonObject } from '#server/domain/json-object.ts'
import type { Description } from './document.ts'

/** Whether a schema is that of a request, which has no field that is only read, or of a response. */
export type SchemaUse = 'request' | 'response'

/** A JSON Schema of the draft 2020-12 that refers to its own `$defs` alone. */
export type JsonSchema = boolean | JsonObject

/** Keywords that are copied, or mean the same in OpenAPI and JSON Schema. */
const copied = [
  'enum const format pattern multipleOf minLength maxLength minItems maxItems uniqueItems minProperties',
  'maxProperties minContains maxContains dependentRequired default examples',
].flatMap((line) => line.split(' '))
const ofSchema = 'items additionalProperties not contains propertyNames if then else'.split(' ')
const ofSchemas = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const ofNamedSchemas = ['properties', 'patternProperties', 'dependentSchemas']

/** Converts schemas of an OpenAPI description to JSON Schema: what is nullable, exclusive limits, fields of one use. */
export class SchemaConverter {
  readonly #description: Description
  readonly #use: SchemaUse
  /** The names of `$defs` by the reference to what they hold. */
  readonly #names = new Map<string, string>()
  #defs: Record<string, JsonSchema> = {}

  constructor(description: Description, use: SchemaUse) {
    this.#description = description
    this.#use = use
  }

  /** Returns a schema with all that it refers to. */
  convert(schema: unknown): JsonSchema {
    this.#names.clear()
    this.#defs = {}
    const converted = this.#schema(schema)
    return typeof converted === 'boolean' ? converted : { ...converted, $defs: this.#defs }
  }

  #schema(schema: unknown): JsonSchema {
    if (typeof schema === 'boolean') return schema
    if (!isObject(schema)) return true
    const converted: Record<string, unknown> = {}
    if (typeof schema.$ref === 'string') converted.$ref = this.#reference(schema.$ref)
    assertPattern(schema.pattern)
    for (const key of copied) if (schema[key] !== undefined) converted[key] = schema[key]
    if (schema.example !== undefined) converted.examples = [schema.example]
    for (const key of ofSchema) if (schema[key] !== undefined) converted[key] = this.#schema(schema[key])
    for (const key of ofSchemas) {
      const parts = schema[key]
      if (!Array.isArray(parts) || parts.length === 0) continue
      converted[key] = parts.map((part) => selected(this.#schema(part), part, schema.discriminator))
    }
    for (const key of ofNamedSchemas) {
      const named = schema[key]
      if (isObject(named)) {
        converted[key] = Object.fromEntries(Object.entries(named).map(([name, one]) => [name, this.#schema(one)]))
      }
    }
    Object.assign(converted, this.#required(schema), limitsOf(schema))
    if (schema.type !== undefined) converted.type = schema.type
    return schema.nullable === true ? nullable(converted) : converted
  }

  #reference(reference: string): string {
    const existing = this.#names.get(reference)
    if (existing !== undefined) return existing
    const name = `${this.#names.size}-${(reference.split('/').at(-1) ?? '').replaceAll(/\W/g, '')}`
    this.#names.set(reference, `#/$defs/${name}`)
    // Set first: a schema may contain itself.
    this.#defs[name] = true
    this.#defs[name] = this.#schema(this.#description.resolve({ $ref: reference }))
    return `#/$defs/${name}`
  }

  /** Returns the required fields, without those that are only read in requests, or only written in responses. */
  #required({ required, properties }: JsonObject): JsonObject {
    if (!Array.isArray(required)) return {}
    const other = this.#use === 'request' ? 'readOnly' : 'writeOnly'
    const isOther = (name: string): boolean => {
      const property = isObject(properties) ? this.#description.resolve(properties[name]) : undefined
      return isObject(property) && property[other] === true
    }
    return { required: required.map(String).filter((name) => !isOther(name)) }
  }
}

/**
 * Returns an alternative with the values of the discriminator's field that select it: without them, a value of one
 * alternative may match others too.
 */
function selected(converted: JsonSchema, part: unknown, discriminator: unknown): JsonSchema {
  if (!isObject(discriminator) || !isObject(discriminator.mapping) || !isObject(part)) return converted
  const targets = Object.entries(discriminator.mapping)
  const values = targets.flatMap(([value, target]) => (isReferenceTo(part.$ref, String(target)) ? [value] : []))
  if (values.length === 0) return converted
  const field = String(discriminator.propertyName)
  return { allOf: [converted, { properties: { [field]: { enum: values } }, required: [field] }] }
}

/** Returns whether a reference is to a target of a mapping: a reference, or the name of a schema. */
const isReferenceTo = (reference: unknown, target: string): boolean =>
  reference === target || reference === `#/components/schemas/${target}`

/** A schema that can match nothing, since it is none. */
export class SchemaError extends Error {}

function assertPattern(pattern: unknown): void {
  try {
    if (typeof pattern === 'string') new RegExp(pattern)
  } catch (error) {
    throw new SchemaError(error instanceof Error ? error.message : String(error))
  }
}

/** Returns limits of numbers: exclusive ones are true or false in OpenAPI 3.0, and numbers in JSON Schema. */
function limitsOf(schema: JsonObject): JsonObject {
  const limits: Record<string, unknown> = {}
  for (const [inclusive, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[inclusive] !== undefined) limits[schema[exclusive] === true ? exclusive : inclusive] = schema[inclusive]
    if (typeof schema[exclusive] === 'number') limits[exclusive] = schema[exclusive]
  }
  return limits
}

/** Returns a schema that null matches as well. */
function nullable(schema: JsonObject): JsonSchema {
  const { type, enum: values, $ref, allOf, anyOf, oneOf } = schema
  if ($ref !== undefined || allOf !== undefined || anyOf !== undefined || oneOf !== undefined) {
    return { anyOf: [{ type: 'null' }, schema] }
  }
  return {
    ...schema,
    ...(type !== undefined && { type: [...new Set([type, 'null'].flat())] }),
    ...(Array.isArray(values) && { enum: [...new Set([...values, null])] }),
  }
}
