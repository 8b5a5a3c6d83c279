import { table } from './report-text.ts'

/** A schema of OpenAPI or of JSON Schema, as far as the reference tells it. */
export interface AnySchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly oneOf?: readonly AnySchema[]
  readonly anyOf?: readonly AnySchema[]
  readonly allOf?: readonly AnySchema[]
  readonly nullable?: boolean
  readonly items?: AnySchema
  readonly properties?: Readonly<Record<string, AnySchema>>
  readonly additionalProperties?: boolean | AnySchema
  readonly required?: readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxLength?: number
}

/** How many values of a list are named. */
const mostValues = 16

/** The type of a schema in a few words: `integer`, `list of text`, one of some values, a link to an object. */
export function typeText(schema: AnySchema): string {
  if (schema.$ref !== undefined) return linkTo(schema.$ref.replace(/^.*\//, ''))
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum !== undefined) return valuesText(schema.enum)
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf
  if (choices !== undefined) return [...new Set(choices.map(typeText))].sort(nullLast).join(' or ')
  const types = [schema.type ?? 'anything'].flat().toSorted(nullLast)
  return [...types.map((type) => plainText(type, schema)), ...(schema.nullable ? ['null'] : [])].join(' or ')
}

const linkTo = (name: string): string => `[${name}](#${name.toLowerCase()})`
const nullLast = (one: string, other: string): number => Number(one === 'null') - Number(other === 'null')

function valuesText(values: readonly unknown[]): string {
  if (values.length > mostValues) return `one of ${values.length} values`
  return values.map((value) => (value === null ? 'null' : `\`${value}\``)).join(', ')
}

function plainText(type: string, { items, properties, additionalProperties }: AnySchema): string {
  if (type === 'array') return items === undefined ? 'list' : `list of ${typeText(items)}`
  if (type !== 'object') return type
  const names = Object.keys(properties ?? {})
  if (names.length > 0) return `object of ${names.map((name) => `\`${name}\``).join(', ')}`
  return typeof additionalProperties === 'object' ? `map of ${typeText(additionalProperties)}` : 'object'
}

/** What a field means, with its bounds and its default. */
function meaningOf(schema: AnySchema): string {
  const choice = (schema.oneOf ?? schema.anyOf)?.find(({ type }) => type !== 'null') ?? {}
  const {
    description = '',
    minimum,
    maximum,
    minItems,
    maxItems,
    maxLength,
    default: fallback,
  } = { ...choice, ...schema }
  const bounds = [
    ...between(bounded(minimum), bounded(maximum), ''),
    ...between(minItems, maxItems, ' items'),
    ...between(undefined, maxLength, ' characters'),
    ...(fallback === undefined || typeof fallback === 'object' ? [] : [`default \`${fallback}\``]),
  ]
  const sentence = bounds.join('; ')
  return [description, sentence && `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`].filter(Boolean).join(' ')
}

/** A bound, unless it is only that of an integer. */
const bounded = (value: number | undefined): number | undefined =>
  value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined

function between(least: number | undefined, most: number | undefined, unit: string): readonly string[] {
  if (least === undefined && most === undefined) return []
  if (most === undefined) return [`at least ${least}${unit}`]
  return [least === undefined ? `at most ${most}${unit}` : `${least} to ${most}${unit}`]
}

/** The fields of an object, in a table. */
export function fieldsTable({ properties = {}, required = [] }: AnySchema): string {
  return table(
    ['Field', 'Type', 'Required', 'Meaning'],
    Object.entries(properties).map(([name, schema]) => [
      `\`${name}\``,
      typeText(schema),
      required.includes(name) ? 'yes' : '',
      meaningOf(schema),
    ]),
  )
}

/** An object of the reference: its fields, or those of each form that it can have. */
export function objectParts(schema: AnySchema): readonly string[] {
  const forms = schema.oneOf ?? schema.anyOf
  const described = schema.description === undefined ? [] : [schema.description]
  if (forms === undefined) {
    const fields = Object.keys(schema.properties ?? {}).length > 0
    return [...described, fields ? fieldsTable(schema) : `Type: ${typeText(schema)}.`]
  }
  return [
    ...described,
    'One of these forms:',
    forms
      .map(
        (form) =>
          `- ${
            Object.entries(form.properties ?? {})
              .map(([name, field]) => fieldText(name, field, form))
              .join('; ') || typeText(form)
          }`,
      )
      .join('\n'),
  ]
}

const fieldText = (name: string, field: AnySchema, { required = [] }: AnySchema): string =>
  `\`${name}\`${required.includes(name) ? '' : ' (optional)'}: ${typeText(field)}`
