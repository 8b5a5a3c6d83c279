import { isObject, type JsonObject } from '#server/domain/json-object.ts'
import type { Random } from '#server/domain/random.ts'
import { flatSchema, UnsatisfiableError } from './flat-schema.ts'
import type { JsonSchema } from './json-schema.ts'
import { numberFor } from './number-maker.ts'
import { textFor } from './text-maker.ts'
import { impliedType, isOfType, schemaOr } from './value-types.ts'

/** How deep a value is before it is brought to an end, and how deep it may be at most. */
const [deep, deepest] = [6, 40]

/** The most values before it is brought to an end. */
const manyValues = 3000

/** What values are made with. */
export interface ValueMakerOptions {
  readonly random: Random
  /** Whether fields that may be absent are. */
  readonly isBare: boolean
  /** Whether values that the description has as examples are taken. */
  readonly usesExamples: boolean
}

/** Makes a value of a JSON Schema. Keywords that it does not know may exclude the value: whoever calls validates it. */
export class ValueMaker {
  readonly #defs: Readonly<Record<string, JsonSchema>>
  readonly #options: ValueMakerOptions
  #values = 0

  constructor(schema: JsonSchema, options: ValueMakerOptions) {
    this.#defs = isObject(schema) && isObject(schema.$defs) ? (schema.$defs as Record<string, JsonSchema>) : {}
    this.#options = options
  }

  /**
   * Makes a value.
   *
   * @param name The name of the field that it is the value of.
   * @throws UnsatisfiableError where the schema has no value, or none that can be made.
   */
  value(schema: JsonSchema, name = '', depth = 0): unknown {
    const { random, usesExamples } = this.#options
    const isDeep = depth > deep || ++this.#values > manyValues
    if (depth > deepest) throw new UnsatisfiableError('The schema has no end')
    const flat = flatSchema(schema, { defs: this.#defs, random, isDeep })
    const type = this.#typeOf(flat, isDeep)
    const { enum: values, examples } = flat
    if (Array.isArray(values)) return this.#pick(values.filter((value) => isOfType(value, type, flat)))
    if (usesExamples && Array.isArray(examples) && !/id$/i.test(name) && type !== 'object' && random() < 0.5) {
      const fitting = examples.filter((value) => isOfType(value, type, flat))
      if (fitting.length > 0) return this.#pick(fitting)
    }
    switch (type) {
      case 'null':
        return null
      case 'boolean':
        return random() < 0.5
      case 'integer':
      case 'number':
        return numberFor(flat, { type, name, random })
      case 'string':
        return textFor(flat, name, random)
      case 'array':
        return this.#array(flat, name, depth, isDeep)
      default:
        return this.#object(flat, depth, isDeep)
    }
  }

  /** Returns the type of the value: one that shows something, unless it is to end. */
  #typeOf(flat: JsonObject, isDeep: boolean): string {
    const types = flat.type === undefined ? [impliedType(flat)] : [flat.type].flat().map(String)
    if (types.includes('null') && (isDeep || types.length === 1)) return 'null'
    return String(this.#pick(types.filter((type) => type !== 'null')))
  }

  #pick(list: readonly unknown[]): unknown {
    if (list.length === 0) throw new UnsatisfiableError('No value is allowed')
    return list[Math.floor(this.#options.random() * list.length)]
  }

  #array(flat: JsonObject, name: string, depth: number, isDeep: boolean): unknown[] {
    const { prefixItems, items = true, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = flat
    const [min, max] = [Number(minItems), Number(maxItems)]
    const most =
      isDeep || this.#options.isBare ? min : Math.min(max, Math.max(min, 1 + Math.floor(this.#options.random() * 3)))
    const array: unknown[] = []
    const texts = new Set<string>()
    for (let tries = 0; array.length < most && tries < most * 4 + 8; tries++) {
      const ofPlace = Array.isArray(prefixItems) ? prefixItems[array.length] : undefined
      const item = this.#optional((ofPlace ?? items) as JsonSchema, name, depth, array.length < min)
      const text = JSON.stringify(item?.value)
      if (item === undefined) break
      if (flat.uniqueItems === true && texts.has(text)) continue
      texts.add(text)
      array.push(item.value)
    }
    return array
  }

  #object(flat: JsonObject, depth: number, isDeep: boolean): Record<string, unknown> {
    const { additionalProperties, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = flat
    const properties = isObject(flat.properties) ? (flat.properties as Record<string, JsonSchema>) : {}
    const required = new Set(Array.isArray(flat.required) ? flat.required.map(String) : [])
    const [min, max] = [Number(minProperties), Number(maxProperties)]
    const made: [string, unknown][] = []
    const isLeftOut = (): boolean => made.length >= min && (isDeep || this.#options.isBare || made.length >= max)
    for (const [name, property] of Object.entries(properties)) {
      if (!required.has(name) && isLeftOut()) continue
      const value =
        name === 'bookmark' ? this.#bookmark(property) : this.#optional(property, name, depth, required.has(name))
      if (value !== undefined) made.push([name, value.value])
    }
    for (const name of required) {
      if (!Object.hasOwn(properties, name))
        made.push([name, this.value(schemaOr(additionalProperties), name, depth + 1)])
    }
    const isMap = Object.keys(properties).length === 0 && isObject(additionalProperties)
    const more = Math.max(min - made.length, isMap && !isDeep && !this.#options.isBare ? 2 : 0)
    for (let index = 1; index <= more && made.length < max; index++) {
      const value = this.#optional(schemaOr(additionalProperties), `key_${index}`, depth, made.length < min)
      if (value !== undefined) made.push([`key_${index}`, value.value])
    }
    // Assigning to `__proto__` would make no field of that name.
    return Object.fromEntries(made)
  }

  /** Makes a value that may be absent: undefined where none can be made, unless it is required. */
  #optional(schema: JsonSchema, name: string, depth: number, isRequired: boolean): { value: unknown } | undefined {
    try {
      return { value: this.value(schema, name, depth + 1) }
    } catch (error) {
      if (isRequired || !(error instanceof UnsatisfiableError)) throw error
      return undefined
    }
  }

  /** Makes the bookmark of a last page: a client that reads page after page comes to an end. */
  #bookmark(schema: JsonSchema): { value: unknown } | undefined {
    const { type } = flatSchema(schema, { defs: this.#defs, random: this.#options.random, isDeep: true })
    return [type].flat().includes('null') ? { value: null } : undefined
  }
}
