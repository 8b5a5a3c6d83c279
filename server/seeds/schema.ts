import { z } from 'zod'
import { Alias, type SeedSection } from '../contracts/seed-section.ts'
import { millisecondsIn } from '../domain/time/duration.ts'
import { seedSections } from '../registry/seed-sections.ts'
import { KeptId } from './kept-ids.ts'
import { strictSchema } from './strict-schema.ts'

/** An item of a seed: the fields of the entity's creation, less those that aliases supply. */
export type SeedItem = Readonly<Record<string, unknown>>

/** A seed: a list of items for each section. */
export type SeedContent = Readonly<Record<string, readonly SeedItem[]>>

const timeFields = ['start_time', 'end_time', 'start_timestamp', 'end_timestamp']
/** The longest duration in milliseconds, and the last second of the year 9999. */
const maxDuration = 50 * 365 * 86_400_000
const maxTime = 253_402_300_799
const DateTime = z.iso.datetime({ offset: true })

/**
 * Returns the milliseconds of a time in a seed: a duration from the time of seeding, an ISO 8601 date and time, or Unix
 * seconds.
 */
export function millisecondsOf(time: unknown, seededAt: number): number | undefined {
  if (typeof time === 'number') return time >= 0 && time <= maxTime ? time * 1000 : undefined
  if (typeof time !== 'string') return undefined
  const duration = millisecondsIn(time)
  if (duration !== undefined) return Math.abs(duration) <= maxDuration ? seededAt + duration : undefined
  const milliseconds = DateTime.safeParse(time).success ? Date.parse(time) : -1
  return milliseconds >= 0 ? milliseconds : undefined
}

const invalidTime = 'is no moment: a duration such as -P30D of at most 50 years, 2026-06-01T12:00:00Z, or Unix seconds'

const TimeField = z
  .union([z.string(), z.int()], invalidTime)
  .refine((moment) => millisecondsOf(moment, 0) !== undefined, invalidTime)
  .meta({ description: 'A duration from the moment of seeding, an ISO 8601 date and time, or Unix seconds.' })

const CreatedField = TimeField.optional().meta({ description: 'Time of creation. Absent: now.' })

let strict: z.ZodObject | undefined
let lenient: z.ZodObject | undefined

/** Returns the schema of a whole seed with every object strict, built on first use. */
export function seedSchema(): z.ZodObject {
  strict ??= z.strictObject({ $schema: z.string().optional(), ...sections(itemSchema) })
  return strict
}

/** Returns the schema of the items of a section. */
export const seedItemSchema = (section: string): z.ZodType =>
  (unwrapped(seedSchema().shape[section]) as z.ZodArray<z.ZodType>).element

/** Returns the schema for a seed that is known to be valid. It only adds the defaults of sections. */
export function trustedSeedSchema(): z.ZodObject {
  lenient ??= z.object(sections(({ shape }) => z.looseObject(shape)))
  return lenient
}

const sections = (schemaOf: (section: SeedSection) => z.ZodType): z.ZodRawShape =>
  Object.fromEntries(seedSections.map((section) => [section.name, z.array(schemaOf(section)).default([])] as const))

function itemSchema({ creation, suppliedByAlias, shape }: SeedSection): z.ZodObject {
  const fields = Object.entries(creation.shape)
    .filter(([name]) => !suppliedByAlias.includes(name))
    .map(
      ([name, field]) =>
        [name, timeFields.includes(name) ? TimeField.nullish() : strictSchema(field as z.ZodType)] as const,
    )
  const own = Object.entries(shape).map(([name, field]) => [name, strictSchema(field as z.ZodType)] as const)
  return z.strictObject({
    alias: Alias.optional(),
    created: CreatedField,
    id: KeptId.optional(),
    ...Object.fromEntries(fields),
    ...Object.fromEntries(own),
  })
}

/** Returns the field names that an object of a seed may have at a path; none where any are allowed. */
export const seedFieldsAt = (path: readonly PropertyKey[]): readonly string[] => fieldsAt(seedSchema(), path)

/** Returns the field names that an object may have at a path of any schema: of a union, those of all forms. */
export function fieldsAt(root: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = root
  for (const key of path) {
    const bare = optionFor(unwrapped(schema), typeof key === 'number')
    if (bare instanceof z.ZodArray) schema = bare.element
    else if (bare instanceof z.ZodObject) schema = bare.shape[String(key)]
    else return []
  }
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodRecord) return bare.keyType instanceof z.ZodEnum ? bare.keyType.options.map(String) : []
  const forms = bare instanceof z.ZodUnion ? bare.options.map(unwrapped) : [bare]
  return [...new Set(forms.flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : [])))]
}

/** Returns the option of a union for a list or for an object; any other schema itself. */
function optionFor(schema: unknown, isList: boolean): unknown {
  if (!(schema instanceof z.ZodUnion)) return schema
  return schema.options.find((option) => unwrapped(option) instanceof z.ZodArray === isList)
}

/** Returns the schema without its optional, nullable and default wrappers. */
export function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema
}

/** Returns the item with its times in Unix seconds, as the entity's creation takes them. */
export function timed(item: SeedItem, seededAt: number): SeedItem {
  const textFields = timeFields.filter((name) => typeof item[name] === 'string')
  if (textFields.length === 0) return item
  return {
    ...item,
    ...Object.fromEntries(
      textFields.map((name) => [name, Math.floor((millisecondsOf(item[name], seededAt) ?? 0) / 1000)]),
    ),
  }
}
