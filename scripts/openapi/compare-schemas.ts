import type { Description, Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'

/** The official document (`there`) and ours (`here`). */
export interface DocumentPair {
  readonly there: Description
  readonly here: Description
}

/** Which properties of schemas are compared. */
export interface ComparisonOptions {
  /** Compares limits, required and nullable properties and closed objects; without it names, types and enums alone. */
  readonly limits: boolean
  readonly defaults: boolean
}

const limits = ['pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const

/** Returns every difference between two schemas, nested ones included, as lines that start with a place. */
export function schemaDifferences(
  pair: DocumentPair,
  place: string,
  [there, here]: readonly [Schema, Schema],
  closeness: ComparisonOptions,
): readonly string[] {
  const shapes = [flattened(pair.there, there), flattened(pair.here, here)] as const
  const texts = [
    ...typeDifference(shapes),
    ...enumDifferences(shapes),
    ...(closeness.limits ? limitDifferences(shapes) : []),
    ...(closeness.defaults ? valueDifference('default', shapes) : []),
  ]
  const lines = texts.map((text) => `${place}: ${text}`)
  return [...lines, ...partDifferences(pair, place, shapes, closeness)]
}

type Shapes = readonly [Schema, Schema]

/** Formats two values as a difference, or nothing where they are equal: `absent there, required here`. */
export const difference = (there: string, here: string): readonly string[] =>
  there === here ? [] : [`${there} there, ${here} here`]

function typeDifference([there, here]: Shapes): readonly string[] {
  return there.type === undefined || here.type === undefined ? [] : difference(there.type, here.type)
}

function enumDifferences([there, here]: Shapes): readonly string[] {
  const [values, ours] = [valuesOf(there), valuesOf(here)]
  if (values.length === 0 || ours.length === 0) {
    return difference(values.length > 0 ? 'an enum' : 'no enum', ours.length > 0 ? 'an enum' : 'no enum')
  }
  const missing = values.filter((value) => !ours.includes(value))
  const added = ours.filter((value) => !values.includes(value))
  return [
    ...(missing.length > 0 ? [`values only there ${missing.join(', ')}`] : []),
    ...(added.length > 0 ? [`values only here ${added.join(', ')}`] : []),
  ]
}

const valuesOf = (schema: Schema): readonly unknown[] => schema.enum?.filter((value) => value !== null) ?? []

/** Tells whether a schema takes null, itself or by one of its options. */
const isNullable = ({ nullable, anyOf = [] }: Schema): boolean =>
  nullable === true || anyOf.some((option) => option.nullable === true)

function limitDifferences(shapes: Shapes): readonly string[] {
  const [there, here] = shapes.map((schema) => (isNullable(schema) ? 'nullable' : 'not nullable'))
  const [closed, open] = shapes.map(({ additionalProperties: others }) => (others === false ? 'closed' : 'open'))
  return [
    ...difference(there ?? '', here ?? ''),
    ...difference(closed ?? '', open ?? ''),
    ...limits.flatMap((name) => valueDifference(name, shapes)),
  ]
}

function valueDifference(name: (typeof limits)[number] | 'default', [there, here]: Shapes): readonly string[] {
  const valueText = (schema: Schema): string => (schema[name] === undefined ? 'none' : JSON.stringify(schema[name]))
  return difference(valueText(there), valueText(here)).map((text) => `${name} ${text}`)
}

function partDifferences(
  pair: DocumentPair,
  place: string,
  [there, here]: Shapes,
  closeness: ComparisonOptions,
): readonly string[] {
  const lines = namesOf(there, here).flatMap((name) => {
    const [one, other] = [there.properties?.[name], here.properties?.[name]]
    const at = `${place}.${name}`
    if (one === undefined || other === undefined) {
      return difference(one ? 'present' : 'absent', other ? 'present' : 'absent').map((text) => `${at}: ${text}`)
    }
    const demands = closeness.limits ? difference(demandOn(there, name), demandOn(here, name)) : []
    return [...demands.map((text) => `${at}: ${text}`), ...schemaDifferences(pair, at, [one, other], closeness)]
  })
  return [...lines, ...within(pair, `${place}.[]`, [there.items, here.items], closeness), ...valuesWithin()]

  function valuesWithin(): readonly string[] {
    const values = [there, here].map(({ additionalProperties: open }) => (typeof open === 'object' ? open : undefined))
    return within(pair, `${place}.{}`, [values[0], values[1]], closeness)
  }
}

function within(
  pair: DocumentPair,
  place: string,
  [there, here]: readonly [Schema | undefined, Schema | undefined],
  closeness: ComparisonOptions,
): readonly string[] {
  return there === undefined || here === undefined ? [] : schemaDifferences(pair, place, [there, here], closeness)
}

const namesOf = (there: Schema, here: Schema): readonly string[] => [
  ...new Set([...Object.keys(there.properties ?? {}), ...Object.keys(here.properties ?? {})]),
]

const demandOn = ({ required = [] }: Schema, name: string): string =>
  required.includes(name) ? 'required' : 'optional'
