import type { Description, Schema } from '#openapi/description.ts'
import { shapeOf } from '#openapi/shape.ts'

/** The official document and ours. */
export interface Pair {
  readonly there: Description
  readonly here: Description
}

/** How closely two schemas are held against each other. */
export interface Closeness {
  /** Limits, what is required, what may be null and what else may be there; else names, types and enums alone. */
  readonly limits: boolean
  readonly defaults: boolean
}

const limits = ['pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const

/** Every difference between two schemas and all within them, a line for each that begins with its place. */
export function schemaDifferences(
  pair: Pair,
  place: string,
  [there, here]: readonly [Schema, Schema],
  closeness: Closeness,
): readonly string[] {
  const shapes = [shapeOf(pair.there, there), shapeOf(pair.here, here)] as const
  const told = [
    ...typeDifference(shapes),
    ...enumDifferences(shapes),
    ...(closeness.limits ? limitDifferences(shapes) : []),
    ...(closeness.defaults ? valueDifference('default', shapes) : []),
  ]
  const lines = told.map((text) => `${place}: ${text}`)
  return [...lines, ...partDifferences(pair, place, shapes, closeness)]
}

type Shapes = readonly [Schema, Schema]

/** How one thing stands on both sides, or nothing where it stands alike: `absent there, required here`. */
export const standing = (there: string, here: string): readonly string[] =>
  there === here ? [] : [`${there} there, ${here} here`]

function typeDifference([there, here]: Shapes): readonly string[] {
  return there.type === undefined || here.type === undefined ? [] : standing(there.type, here.type)
}

function enumDifferences([there, here]: Shapes): readonly string[] {
  const [values, ours] = [valuesOf(there), valuesOf(here)]
  if (values.length === 0 || ours.length === 0) {
    return standing(values.length > 0 ? 'an enum' : 'no enum', ours.length > 0 ? 'an enum' : 'no enum')
  }
  const missing = values.filter((value) => !ours.includes(value))
  const added = ours.filter((value) => !values.includes(value))
  return [
    ...(missing.length > 0 ? [`values only there ${missing.join(', ')}`] : []),
    ...(added.length > 0 ? [`values only here ${added.join(', ')}`] : []),
  ]
}

const valuesOf = (schema: Schema): readonly unknown[] => schema.enum?.filter((value) => value !== null) ?? []

function limitDifferences(shapes: Shapes): readonly string[] {
  const [there, here] = shapes.map(({ nullable }) => (nullable ? 'nullable' : 'not nullable'))
  const [closed, open] = shapes.map(({ additionalProperties: others }) => (others === false ? 'closed' : 'open'))
  return [
    ...standing(there ?? '', here ?? ''),
    ...standing(closed ?? '', open ?? ''),
    ...limits.flatMap((name) => valueDifference(name, shapes)),
  ]
}

function valueDifference(name: (typeof limits)[number] | 'default', [there, here]: Shapes): readonly string[] {
  const told = (schema: Schema): string => (schema[name] === undefined ? 'none' : JSON.stringify(schema[name]))
  return standing(told(there), told(here)).map((text) => `${name} ${text}`)
}

function partDifferences(pair: Pair, place: string, [there, here]: Shapes, closeness: Closeness): readonly string[] {
  const lines = namesOf(there, here).flatMap((name) => {
    const [one, other] = [there.properties?.[name], here.properties?.[name]]
    const at = `${place}.${name}`
    if (one === undefined || other === undefined) {
      return standing(one ? 'present' : 'absent', other ? 'present' : 'absent').map((text) => `${at}: ${text}`)
    }
    const demands = closeness.limits ? standing(demandOn(there, name), demandOn(here, name)) : []
    return [...demands.map((text) => `${at}: ${text}`), ...schemaDifferences(pair, at, [one, other], closeness)]
  })
  return [...lines, ...within(pair, `${place}.[]`, [there.items, here.items], closeness), ...valuesWithin()]

  function valuesWithin(): readonly string[] {
    const values = [there, here].map(({ additionalProperties: open }) => (typeof open === 'object' ? open : undefined))
    return within(pair, `${place}.{}`, [values[0], values[1]], closeness)
  }
}

function within(
  pair: Pair,
  place: string,
  [there, here]: readonly [Schema | undefined, Schema | undefined],
  closeness: Closeness,
): readonly string[] {
  return there === undefined || here === undefined ? [] : schemaDifferences(pair, place, [there, here], closeness)
}

const namesOf = (there: Schema, here: Schema): readonly string[] => [
  ...new Set([...Object.keys(there.properties ?? {}), ...Object.keys(here.properties ?? {})]),
]

const demandOn = ({ required = [] }: Schema, name: string): string =>
  required.includes(name) ? 'required' : 'optional'
