import type { Schema } from '#openapi/description.ts'

/** A JSON Schema, or a schema of OpenAPI 3.0, as far as a type is made of it. */
export interface TypeSource extends Omit<Schema, 'type' | 'properties' | 'items' | 'additionalProperties'> {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, TypeSource>>
  readonly items?: TypeSource
  readonly additionalProperties?: boolean | TypeSource
}

/** How types are written. */
export interface TypeStyle {
  /** Names of types for texts that have a list of values, by the name of the property that holds them. */
  readonly textTypes: Readonly<Record<string, string>>
  /** Whether fields have the descriptions of their schemas. */
  readonly docs: boolean
  /** Names of types that stand for schemas, by `keyOf`. */
  readonly shared?: ReadonlyMap<string, string>
}

const indented = (text: string): string => text.replaceAll('\n', '\n  ')
const literal = (value: unknown): string => (typeof value === 'string' ? quoted(value) : String(value))

/** Returns a text as a literal of TypeScript. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`

/** Returns literals as a union, in lines of at most 120 characters. */
export function unionOf(names: readonly string[]): string {
  const lines = ['  ']
  for (const part of names.map((name) => `| ${quoted(name)}`)) {
    const last = lines.length - 1
    if (`${lines[last]}${part}`.length > 118) lines.push(`  ${part} `)
    else lines[last] += `${part} `
  }
  return lines.map((line) => line.trimEnd()).join('\n')
}

/** Returns the same text for schemas of the same values, whatever is said of them. */
export const keyOf = ({ description, nullable, ...schema }: TypeSource): string =>
  JSON.stringify(schema, (name, value) => (name === 'description' || name.startsWith('example') ? undefined : value))

/** Returns the TypeScript type of a schema. */
export function typeOf(schema: TypeSource, style: TypeStyle, property = ''): string {
  const type = style.shared?.get(keyOf(schema)) ?? bareType(schema, style, property)
  return schema.nullable === true && !/\bnull$/.test(type) ? `${type} | null` : type
}

/** Returns the type of a schema in its own words, also where a name stands for it. */
export function bareType(schema: TypeSource, style: TypeStyle, property = ''): string {
  const { $ref, allOf, anyOf, oneOf, enum: values, type, items } = schema
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? ''
  if (allOf?.length === 1) return typeOf(allOf[0] as TypeSource, style, property)
  const parts = anyOf ?? oneOf
  if (parts !== undefined) return [...new Set(parts.map((part) => typeOf(part, style, property)))].join(' | ')
  if ('const' in schema) return literal(schema.const)
  if (values !== undefined) return values.map(literal).join(' | ')
  if (Array.isArray(type)) return type.map((one) => bareType({ ...schema, type: one }, style, property)).join(' | ')
  if (type === 'object') return objectType(schema, style)
  if (type === 'array') return arrayOf(typeOf(items ?? {}, style, property))
  if (type === 'string') return style.textTypes[property] ?? 'string'
  return scalars[String(type)] ?? 'unknown'
}

const scalars: Readonly<Record<string, string>> = {
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}

const arrayOf = (item: string): string => `readonly ${/[ |]/.test(item) ? `(${item})` : item}[]`

function objectType({ properties = {}, required = [], additionalProperties: more }: TypeSource, style: TypeStyle) {
  const fields = Object.entries(properties).map(([name, field]) => {
    const isOptional = !required.includes(name)
    const key = /^[\w$]+$/.test(name) ? name : quoted(name)
    const type = typeOf(field, style, name)
    return `${docOf(field, style)}readonly ${key}${isOptional ? '?' : ''}: ${type}${isOptional ? ' | undefined' : ''}`
  })
  const isOpen = typeof more === 'object' || more === true
  const others = typeof more === 'object' ? typeOf(more, style) : 'unknown'
  if (fields.length === 0) return isOpen ? `Readonly<Record<string, ${others}>>` : 'object'
  const lines = isOpen ? [...fields, `readonly [name: string]: unknown`] : fields
  return `{\n  ${lines.map(indented).join('\n  ')}\n}`
}

const docOf = ({ description }: TypeSource, { docs }: TypeStyle): string =>
  docs && description !== undefined ? `/** ${description.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n` : ''
