import { z } from 'zod'
import { Alias, type SeedSection } from '../contracts/seed-section.ts'
import { secondsOf } from '../domain/time/duration.ts'
import { seedSections } from '../registry/seed-sections.ts'
import { strictSchema } from './strict-schema.ts'

/** An item as a seed has it: the entity's own fields, less those that aliases give. */
export type SeedItem = Readonly<Record<string, unknown>>

/** A seed: a list of entities for each section. */
export type SeedContent = Readonly<Record<string, readonly SeedItem[]>>

const moments = ['start_time', 'end_time']
/** Seconds: the furthest that a duration reaches, and the last moment that four digits of a year can tell. */
const furthest = 50 * 365 * 86_400
const last = 253_402_300_799
const DateTime = z.iso.datetime({ offset: true })

/** The milliseconds of a moment of a seed: a duration from the time of seeding, an ISO 8601 date and time, Unix seconds. */
export function millisecondsOf(moment: unknown, begun: number): number | undefined {
  if (typeof moment === 'number') return moment >= 0 && moment <= last ? moment * 1000 : undefined
  if (typeof moment !== 'string') return undefined
  const seconds = secondsOf(moment)
  if (seconds !== undefined) return Math.abs(seconds) <= furthest ? begun + seconds * 1000 : undefined
  const milliseconds = DateTime.safeParse(moment).success ? Date.parse(moment) : -1
  return milliseconds >= 0 ? milliseconds : undefined
}

const noMoment = 'is no moment: a duration such as -P30D of at most 50 years, 2026-06-01T12:00:00Z, or Unix seconds'

const Moment = z
  .union([z.string(), z.int()], noMoment)
  .refine((moment) => millisecondsOf(moment, 0) !== undefined, noMoment)
  .meta({ description: 'A duration from the moment of seeding, an ISO 8601 date and time, or Unix seconds.' })

const CreatedField = Moment.optional().meta({ description: 'When the entity came to be; now when absent.' })

let strictOne: z.ZodObject | undefined
let lenientOne: z.ZodObject | undefined

/** What a whole seed must be, with every object strict. Made on first use. */
export function seedSchema(): z.ZodObject {
  strictOne ??= z.strictObject({ $schema: z.string().optional(), ...sections(itemSchema) })
  return strictOne
}

/** The same for a seed that is known to be right: it only fills in what sections have by default. */
export function knownSeedSchema(): z.ZodObject {
  lenientOne ??= z.object(sections(({ shape }) => z.looseObject(shape)))
  return lenientOne
}

const sections = (schemaOf: (section: SeedSection) => z.ZodType): z.ZodRawShape =>
  Object.fromEntries(seedSections.map((section) => [section.name, z.array(schemaOf(section)).default([])] as const))

function itemSchema({ creation, given, shape }: SeedSection): z.ZodObject {
  const fields = Object.entries(creation.shape)
    .filter(([name]) => !given.includes(name))
    .map(
      ([name, field]) => [name, moments.includes(name) ? Moment.nullish() : strictSchema(field as z.ZodType)] as const,
    )
  const own = Object.entries(shape).map(([name, field]) => [name, strictSchema(field as z.ZodType)] as const)
  return z.strictObject({
    alias: Alias.optional(),
    created: CreatedField,
    ...Object.fromEntries(fields),
    ...Object.fromEntries(own),
  })
}

/** The names of the fields that an object of a seed may have at a place; none where it may have any. */
export const knownFields = (path: readonly PropertyKey[]): readonly string[] => fieldsAt(seedSchema(), path)

/** The same of any schema. */
export function fieldsAt(whole: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = whole
  for (const key of path) {
    const bare = unwrapped(schema)
    if (bare instanceof z.ZodArray) schema = bare.element
    else if (bare instanceof z.ZodObject) schema = bare.shape[String(key)]
    else return []
  }
  const bare = unwrapped(schema)
  if (bare instanceof z.ZodRecord) return bare.keyType instanceof z.ZodEnum ? bare.keyType.options.map(String) : []
  return bare instanceof z.ZodObject ? Object.keys(bare.shape) : []
}

/** The schema without what makes it optional, nullable or defaulted. */
export function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema
}

/** The item with its moments in Unix seconds, as the entity's own creation takes them. */
export function timed(item: SeedItem, begun: number): SeedItem {
  const texts = moments.filter((name) => typeof item[name] === 'string')
  if (texts.length === 0) return item
  return {
    ...item,
    ...Object.fromEntries(texts.map((name) => [name, Math.floor((millisecondsOf(item[name], begun) ?? 0) / 1000)])),
  }
}
