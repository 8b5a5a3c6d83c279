import { resolved, type Schema, type Schemas } from '../../api/openapi.ts'

/** A field of a form, made of a property of a schema. */
export interface Field {
  readonly name: string
  readonly kind: 'choice' | 'yes' | 'number' | 'text' | 'json'
  readonly options: readonly string[]
  readonly isRequired: boolean
  readonly isNullable: boolean
  readonly isDeprecated: boolean
  readonly note: string | undefined
  /** A value that the schema has as its example, as it is typed. */
  readonly example: string | undefined
  /** What the entity has now, as it would be typed; absent in a form for a new one. */
  readonly current?: string
}

/** What a person has typed by field. A field that is absent is not sent. */
export type Typed = Readonly<Record<string, string>>

/** Returns the fields of an object's schema: required ones first, deprecated ones last. */
export function fieldsOf(schema: Schema, schemas: Schemas = {}): readonly Field[] {
  const { properties = {}, required = [] } = resolved(schema, schemas)
  const place = ({ isRequired, isDeprecated }: Field): number => (isRequired ? 0 : isDeprecated ? 2 : 1)
  return Object.entries(properties)
    .map(([name, property]) => fieldOf(name, property, schemas, required.includes(name)))
    .sort((one, other) => place(one) - place(other))
}

/** Returns the field of one property. */
export function fieldOf(name: string, property: Schema, schemas: Schemas, isRequired: boolean): Field {
  const schema = resolved(property, schemas)
  const { isNullable, deprecated = false, description, example } = schema
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const])
  const options = values.filter((value) => value !== null).map(String)
  const kind = kindOf(schema, options)
  const shown = example === undefined ? undefined : typeof example === 'string' ? example : JSON.stringify(example)
  return { name, kind, options, isRequired, isNullable, isDeprecated: deprecated, note: description, example: shown }
}

const kinds: Readonly<Record<string, Field['kind']>> = { integer: 'number', number: 'number', string: 'text' }

function kindOf({ type }: Schema, options: readonly string[]): Field['kind'] {
  const types = [type].flat().filter((name) => name !== 'null')
  if (types.length === 1 && types[0] === 'boolean') return 'yes'
  if (options.length > 0) return 'choice'
  if (types.length !== 1) return 'json'
  return kinds[types[0] ?? ''] ?? 'json'
}

/** Returns fields that show what an entity has now. */
export const withCurrent = (
  fields: readonly Field[],
  entity: Readonly<Record<string, unknown>> = {},
): readonly Field[] =>
  fields.map((field) => (entity[field.name] === undefined ? field : { ...field, current: typedOf(entity[field.name]) }))

/** Returns a value of an entity as it is typed into a field. */
const typedOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

/**
 * Returns what was typed as a value. What is no number goes as the text that it is, so that the API says what it makes
 * of it.
 *
 * @throws SyntaxError when the text of a field for JSON is not JSON.
 */
export function valueTyped({ kind, isNullable }: Field, typed: string): unknown {
  if (isNullable && typed === 'null') return null
  if (kind === 'yes') return typed === 'true'
  if (kind === 'json') return JSON.parse(typed)
  return kind === 'number' && typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed
}

/** Returns the object that a form sends, and what cannot be sent. */
export function objectOf(
  fields: readonly Field[],
  typed: Typed,
): { readonly value: Record<string, unknown>; readonly mistakes: Readonly<Record<string, string>> } {
  const value: Record<string, unknown> = {}
  const mistakes: Record<string, string> = {}
  for (const field of fields) {
    const text = typed[field.name]
    if (text === undefined) continue
    try {
      value[field.name] = valueTyped(field, text)
    } catch {
      mistakes[field.name] = `${field.name} takes JSON, and this is none.`
    }
  }
  return { value, mistakes }
}
