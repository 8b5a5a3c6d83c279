import { z } from 'zod'
import { references, type SeedSection } from '../contracts/seed-section.ts'
import { nearest } from '../http/nearest.ts'
import { seedSections } from '../registry/seed-sections.ts'
import type { World } from '../worlds/world.ts'
import { type Aliases, existing } from './aliases.ts'
import { SeedError, SeedMistakes } from './errors.ts'
import { mistakesOf } from './mistakes.ts'
import { type SeedContent, type SeedItem, seedFieldsAt, seedSchema, trustedSeedSchema, unwrapped } from './schema.ts'

/** One entity of a seed. */
export interface CheckedSeed {
  readonly section: SeedSection
  /** Its path: `['campaigns', 3]`. */
  readonly path: readonly [string, number]
  readonly alias: string | undefined
  readonly created: unknown
  /** The fields of the entity's creation, as they were written, and the section's own, parsed. */
  readonly item: SeedItem
}

/** Options of `checkSeed`. */
export interface SeedTrust {
  /**
   * Whether the fields are known to be valid, as those of built-in seeds are. Skipping their checks saves time at the
   * start.
   */
  readonly isKnown?: boolean
}

/**
 * Returns the entities of a seed in the order of their creation, parents first.
 *
 * @throws SeedError with all violations of the schema, or else all aliases that refer to nothing.
 */
export function checkSeed(
  world: World,
  aliases: Aliases,
  content: unknown,
  { isKnown = false }: SeedTrust = {},
): readonly CheckedSeed[] {
  const result = (isKnown ? trustedSeedSchema() : seedSchema()).safeParse(content)
  if (!result.success) throw new SeedError(mistakesOf(result.error.issues, content, seedFieldsAt))
  const [seed, checked] = [content as SeedContent, result.data as SeedContent]
  const entities = seedSections.flatMap((section) => {
    const own = Object.keys(section.shape)
    return (seed[section.name] ?? []).map(({ alias, created, ...written }, index): CheckedSeed => {
      const item: Record<string, unknown> = written
      for (const name of own) item[name] = checked[section.name]?.[index]?.[name]
      return { section, path: [section.name, index], alias: alias as string | undefined, created, item }
    })
  })
  const mistakes = badAliases(world, aliases, entities)
  if (mistakes.count > 0) throw new SeedError(mistakes)
  return entities
}

/**
 * Returns a mistake for each duplicate alias, and for each reference to an entity that neither precedes it nor exists.
 */
function badAliases(world: World, aliases: Aliases, entities: readonly CheckedSeed[]): SeedMistakes {
  const aliasesSoFar = new Map<string, Set<string>>()
  const referenceFields = new Map(seedSections.map((section) => [section, referenceFieldsOf(section)]))
  const mistakes = new SeedMistakes()
  const exists = (section: string, name: string): boolean =>
    aliasesSoFar.get(section)?.has(name) || existing(world, aliases, section, name) !== undefined
  for (const { section, path, alias, item } of entities) {
    for (const { of, at, name } of referencesIn(referenceFields.get(section) ?? [], item)) {
      if (exists(of, name)) continue
      mistakes.add(() => {
        const names = [...(aliasesSoFar.get(of) ?? []), ...Object.keys(aliases[of] ?? {})]
        return { path: [...path, ...at], reason: unknownReference(name, of, names) }
      })
    }
    if (alias === undefined) continue
    const own = aliasesSoFar.get(section.name) ?? new Set()
    if (own.has(alias)) mistakes.add(() => ({ path: [...path, 'alias'], reason: `'${alias}' is taken by one before` }))
    aliasesSoFar.set(section.name, own.add(alias))
  }
  return mistakes
}

function unknownReference(name: string, section: string, names: readonly string[]): string {
  const hint = names.length > 0 ? `. Did you mean ${nearest(name, names)}?` : ': there are none'
  return `'${name}' is not among the ${section} before it${hint}`
}

interface Reference {
  /** The section of the referenced entity. */
  readonly of: string
  readonly at: readonly PropertyKey[]
  readonly name: string
}

/** Returns the fields of a section that refer to entities, with the sections of those. */
const referenceFieldsOf = ({ shape }: SeedSection): readonly { readonly key: string; readonly of: string }[] =>
  Object.entries(shape).flatMap(([key, schema]) => {
    const bare = unwrapped(schema)
    const of = references.get((bare instanceof z.ZodArray ? bare.element : bare) as z.ZodType)?.section
    return of === undefined ? [] : { key, of }
  })

function* referencesIn(fields: ReturnType<typeof referenceFieldsOf>, item: SeedItem): Generator<Reference> {
  for (const { key, of } of fields) {
    const value = item[key]
    if (typeof value === 'string') yield { of, at: [key], name: value }
    else if (Array.isArray(value)) for (const [index, name] of value.entries()) yield { of, at: [key, index], name }
  }
}
