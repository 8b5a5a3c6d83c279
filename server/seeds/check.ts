import { z } from 'zod'
import { references, type SeedSection } from '../contracts/seed-section.ts'
import { nearest } from '../http/nearest.ts'
import { seedSections } from '../registry/seed-sections.ts'
import type { World } from '../worlds/world.ts'
import { type Aliases, existing } from './aliases.ts'
import { SeedError, SeedMistakes } from './errors.ts'
import { mistakesOf } from './messages.ts'
import { knownFields, knownSeedSchema, type SeedContent, type SeedItem, seedSchema, unwrapped } from './schema.ts'

/** One entity that a seed asks for. */
export interface CheckedSeed {
  readonly section: SeedSection
  /** Where it stands: `['campaigns', 3]`. */
  readonly path: readonly [string, number]
  readonly alias: string | undefined
  readonly created: unknown
  /** The fields of the entity's own creation as they were written, and the section's own. */
  readonly item: SeedItem
}

/** How a seed is checked. */
export interface SeedTrust {
  /** Its fields are known to be right, as those of a built-in seed are: not checking them saves time at the start. */
  readonly isKnown?: boolean
}

/**
 * The entities of a seed in the order in which they are made: parents first.
 *
 * @throws SeedError with every field that breaks the schema, or else every alias that names nothing.
 */
export function checkSeed(
  world: World,
  aliases: Aliases,
  content: unknown,
  { isKnown = false }: SeedTrust = {},
): readonly CheckedSeed[] {
  const result = (isKnown ? knownSeedSchema() : seedSchema()).safeParse(content)
  if (!result.success) throw new SeedError(mistakesOf(result.error.issues, content, knownFields))
  const [given, checked] = [content as SeedContent, result.data as SeedContent]
  const wanted = seedSections.flatMap((section) => {
    const own = Object.keys(section.shape)
    return (given[section.name] ?? []).map(({ alias, created, ...written }, index): CheckedSeed => {
      const item: Record<string, unknown> = written
      for (const name of own) item[name] = checked[section.name]?.[index]?.[name]
      return { section, path: [section.name, index], alias: alias as string | undefined, created, item }
    })
  })
  const mistakes = badAliases(world, aliases, wanted)
  if (mistakes.count > 0) throw new SeedError(mistakes)
  return wanted
}

/** Aliases that two entities have, and names of what is neither made before nor there already. */
function badAliases(world: World, aliases: Aliases, wanted: readonly CheckedSeed[]): SeedMistakes {
  const known = new Map<string, Set<string>>()
  const naming = new Map(seedSections.map((section) => [section, namingFields(section)]))
  const mistakes = new SeedMistakes()
  const isThere = (section: string, name: string): boolean =>
    known.get(section)?.has(name) || existing(world, aliases, section, name) !== undefined
  for (const { section, path, alias, item } of wanted) {
    for (const { of, at, name } of namesIn(naming.get(section) ?? [], item)) {
      if (isThere(of, name)) continue
      mistakes.add(() => {
        const names = [...(known.get(of) ?? []), ...Object.keys(aliases[of] ?? {})]
        return { path: [...path, ...at], reason: namesNothing(name, of, names) }
      })
    }
    if (alias === undefined) continue
    const own = known.get(section.name) ?? new Set()
    if (own.has(alias)) mistakes.add(() => ({ path: [...path, 'alias'], reason: `'${alias}' is taken by one before` }))
    known.set(section.name, own.add(alias))
  }
  return mistakes
}

function namesNothing(name: string, section: string, known: readonly string[]): string {
  const there = known.length > 0 ? `. Did you mean ${nearest(name, known)}?` : ': there are none'
  return `'${name}' is not among the ${section} before it${there}`
}

interface NamedEntity {
  /** The section of what is named. */
  readonly of: string
  readonly at: readonly PropertyKey[]
  readonly name: string
}

/** The fields of a section that name entities, by the sections of those. */
const namingFields = ({ shape }: SeedSection): readonly { readonly key: string; readonly of: string }[] =>
  Object.entries(shape).flatMap(([key, schema]) => {
    const bare = unwrapped(schema)
    const of = references.get((bare instanceof z.ZodArray ? bare.element : bare) as z.ZodType)?.section
    return of === undefined ? [] : { key, of }
  })

function* namesIn(fields: ReturnType<typeof namingFields>, item: SeedItem): Generator<NamedEntity> {
  for (const { key, of } of fields) {
    const value = item[key]
    if (typeof value === 'string') yield { of, at: [key], name: value }
    else if (Array.isArray(value)) for (const [index, name] of value.entries()) yield { of, at: [key, index], name }
  }
}
