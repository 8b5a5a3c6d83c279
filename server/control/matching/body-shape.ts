import { z } from 'zod'

/** What a value can be, as a schema has it; any value where the schema does not say. */
export type Shape = 'list' | 'object' | 'scalar' | 'any'

/** What a path leads to in bodies of a schema. */
export interface Walked {
  /** The kinds of values at the end of the path. */
  readonly shapes: ReadonlySet<Shape>
  /** The number of steps that lead somewhere. */
  readonly steps: number
  /** The first field of the path that the schema does not have, and those that it has there. */
  readonly unknown?: { readonly field: string; readonly fields: readonly string[] } | undefined
}

/** Follows a path through a schema: a name, an index, or `*` for all of either. */
export function walk(schema: z.ZodType, path: readonly string[]): Walked {
  let places: readonly Place[] = placesOf(schema)
  let unknown: Walked['unknown']
  for (const [index, step] of path.entries()) {
    const next = places.flatMap((place) => stepInto(place, step))
    if (next.length === 0) return { shapes: shapesOf(places), steps: index, unknown }
    if (unknown === undefined && next.every((place) => place === 'unknown')) {
      unknown = {
        field: step,
        fields: places.flatMap((place) => (place instanceof z.ZodObject ? fieldsOf(place) : [])),
      }
    }
    places = next
  }
  return { shapes: shapesOf(places), steps: path.length, unknown }
}

/** A schema without wrappers; `any` for any value, `unknown` for the value of a field that the schema does not have. */
type Place = z.ZodType | 'any' | 'unknown'

const fieldsOf = ({ shape }: z.ZodObject): readonly string[] => Object.keys(shape)

/** Returns the schemas that a schema stands for: without wrappers, and each option of a union. */
function placesOf(schema: unknown): readonly Place[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return placesOf(schema.unwrap())
  }
  if (schema instanceof z.ZodPipe) return placesOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(placesOf)
  if (schema instanceof z.ZodLazy) return placesOf(schema.unwrap())
  return schema instanceof z.ZodType && shapeOf(schema) !== 'any' ? [schema] : ['any']
}

function stepInto(place: Place, step: string): readonly Place[] {
  if (typeof place === 'string') return [place]
  if (place instanceof z.ZodArray) return step === '*' || /^\d+$/.test(step) ? placesOf(place.element) : []
  if (place instanceof z.ZodRecord) return placesOf(place.valueType)
  if (!(place instanceof z.ZodObject)) return []
  if (step === '*') return Object.values(place.shape).flatMap(placesOf)
  if (Object.hasOwn(place.shape, step)) return placesOf(place.shape[step])
  // A number is the index of a list, which an object is not.
  return /^\d+$/.test(step) ? [] : [place.def.catchall === undefined ? 'unknown' : 'any']
}

const shapesOf = (places: readonly Place[]): ReadonlySet<Shape> =>
  new Set(places.map((place) => (typeof place === 'string' ? 'any' : shapeOf(place))))

const scalars = [
  ...[z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodNull, z.ZodStringFormat, z.ZodBigInt],
]

function shapeOf(schema: z.ZodType): Shape {
  if (schema instanceof z.ZodArray) return 'list'
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return 'object'
  return scalars.some((scalar) => schema instanceof scalar) ? 'scalar' : 'any'
}

/** Returns what a value is. */
export const shapeOfValue = (value: unknown): Shape =>
  Array.isArray(value) ? 'list' : value !== null && typeof value === 'object' ? 'object' : 'scalar'
