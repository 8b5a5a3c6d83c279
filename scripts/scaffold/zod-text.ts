import type { Description, Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import { mark } from './mark.ts'
import { pascalCase, singularOf } from './names.ts'
import { sharedText } from './shared-fields.ts'
import { literal, propertyName } from './source.ts'

const prefix = '#/components/schemas/'

/** Writes schemas of a description as zod, and collects the ones that have names of their own. */
export class ZodWriter {
  /** Source of the named schemas by their names, in the order in which they must be declared. */
  readonly declared = new Map<string, string>()
  readonly #description: Description
  readonly #taken: readonly string[]
  readonly #open: string[] = []

  /** @param taken Names that the file has for other schemas. */
  constructor(description: Description, taken: readonly string[]) {
    this.#description = description
    this.#taken = taken
  }

  /** Returns the zod source of a schema, without its nullability. */
  /** @param field The property that has it, after which an object without a name is named. */
  text(schema: Schema, field = ''): string {
    const flat = flattened(this.#description, schema)
    const shared = sharedText(field, flat)
    if (shared !== undefined) return shared
    const name = this.#nameOf(schema, field)
    if (name === undefined || (flat.enum === undefined && flat.properties === undefined))
      return this.#inline(flat, field)
    if (this.#open.includes(name)) return unknownJson('a schema that contains itself')
    if (!this.declared.has(name)) {
      this.#open.push(name)
      const text = this.#inline(flat, field)
      this.#open.pop()
      this.declared.set(name, text)
    }
    return name
  }

  /** Returns the zod source of a property: with null where it may be, and absence where that is allowed. */
  property(schema: Schema, isRequired: boolean, field = ''): string {
    return this.text(schema, field) + absence(this.isNullable(schema), isRequired)
  }

  /** Tells whether null is a value of the schema. */
  isNullable(schema: Schema): boolean {
    const { nullable, enum: values } = flattened(this.#description, schema)
    return nullable === true || (values?.includes(null) ?? false)
  }

  /** The name of the description; that of the field for an object that has no other. */
  #nameOf(schema: Schema, field: string): string | undefined {
    const isNamed = schema.$ref?.startsWith(prefix) ?? false
    if (!isNamed && (field === '' || schema.properties === undefined)) return undefined
    const name = isNamed ? (schema.$ref ?? '').slice(prefix.length) : pascalCase(field)
    return this.#taken.includes(name) ? `${name}Part` : name
  }

  #inline(flat: Schema, field: string): string {
    const { type, enum: values, oneOf = [], anyOf = [], properties, items, additionalProperties: others } = flat
    const choices = [...oneOf, ...anyOf]
    if (values !== undefined) return enumText(values)
    if (properties !== undefined) return this.#object(flat)
    if (choices.length > 0) return `z.union([${choices.map((one) => this.text(one, field)).join(', ')}])`
    if (items !== undefined)
      return bounded(`z.array(${this.property(items, true, singularOf(field))})`, flat.minItems, flat.maxItems)
    if (typeof others === 'object') return `boundedJson(z.record(z.string(), ${this.text(others, singularOf(field))}))`
    if (type === 'string') return textOf(flat)
    if (type === 'integer') return integerText(flat)
    if (type === 'number') return bounded('z.number()', flat.minimum, flat.maximum)
    if (type === 'boolean') return 'z.boolean()'
    return unknownJson('an object of any form')
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema): string {
    const fields = Object.entries(properties).map(
      ([name, part]) => `${propertyName(name)}: ${this.property(part, required.includes(name), name)},`,
    )
    return `z.${additionalProperties === false ? 'strictObject' : 'object'}({\n${fields.join('\n')}\n})`
  }
}

/** Returns what follows a schema that may be null, absent, or both. */
export function absence(isNullable: boolean, isRequired: boolean): string {
  if (isRequired) return isNullable ? '.nullable()' : ''
  return isNullable ? '.nullish()' : '.optional()'
}

/** Returns the zod source of an enum without its null. */
const enumText = (values: readonly unknown[]): string => {
  const named = values.filter((value) => value !== null)
  return named.every((value) => typeof value === 'string')
    ? `z.enum(${literal(named)})`
    : `z.literal(${literal(named)})`
}

const unknownJson = (what: string): string => `boundedJson(z.record(z.string(), z.unknown())) /* ${mark} ${what} */`

const digits = '^\\d+$'

function textOf({ pattern, minLength, maxLength }: Schema): string {
  if (pattern === digits && maxLength === 18) return 'Id'
  if (pattern === digits && maxLength === undefined) return 'LongId'
  const length = maxLength === undefined ? 'LongText' : `text(${maxLength})`
  if (pattern === undefined) return bounded(length, minLength, undefined)
  const matched = maxLength === undefined ? `idMatching(${regexp(pattern)})` : `${length}.regex(${regexp(pattern)})`
  return bounded(matched, minLength, undefined)
}

const regexp = (pattern: string): string => `/${pattern.replaceAll(/(?<!\\)\//g, '\\/')}/`

function integerText({ minimum, maximum }: Schema): string {
  return bounded('z.int()', minimum, maximum)
}

const bounded = (text: string, min: number | undefined, max: number | undefined): string =>
  text +
  (min ? `.min(${min})` : min === 0 && text.startsWith('z.array') ? '' : min === 0 ? '.min(0)' : '') +
  (max === undefined ? '' : `.max(${max})`)
