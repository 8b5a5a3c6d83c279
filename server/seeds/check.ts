import { z } from 'zod'
import { references, type SeedSection } from '../contracts/seed-section.ts'
import { nearest } from '../http/nearest.ts'
import { seedSections } from '../registry/seed-sections.ts'
import type { World } from '../worlds/world.ts'
import { type Aliases, existing } from './aliases.ts'
import { checkItems, type SeedItemCheck } from './check-items.ts'
import type { SeedMistakes } from './errors.ts'
import { type SeedItem, unwrapped } from './schema.ts'

/** One entity of a seed that can be created. */
export interface CheckedSeed {
  readonly section: SeedSection
  /** Its path: `['campaigns', 3]`. */
  readonly path: readonly [string, number]
  readonly alias: string | undefined
  /** The id that it keeps. */
  readonly id: string | undefined
  readonly created: unknown
  /** The fields of the entity's creation, as they were written, and the section's own, parsed. */
  readonly item: SeedItem
}

/** A seed of which the schema and the references have been checked. */
export interface SeedCheck {
  /** The entities that neither refuses, in the order of their creation, parents first. */
  readonly entities: readonly CheckedSeed[]
  /** All violations of the schema, and all aliases that refer to nothing or are taken. */
  readonly mistakes: SeedMistakes
  /** The aliases of the others, by section. */
  readonly refused: ReadonlyMap<string, ReadonlySet<string>>
}

/** Options of `checkSeed`. */
export interface SeedTrust {
  /**
   * Whether the fields are known to be valid, as those of built-in seeds are. Skipping their checks saves time at the
   * start.
   */
  readonly isKnown?: boolean
}

/** Checks a seed by the schema, and its aliases and references. The rules are evaluated when it is applied. */
export function checkSeed(
  world: World,
  aliases: Aliases,
  content: unknown,
  { isKnown = false }: SeedTrust = {},
): SeedCheck {
  const { items, mistakes, unknown } = checkItems(content, isKnown)
  const fields = new Map(seedSections.map((section) => [section, referenceFieldsOf(section)]))
  const aliasesSoFar = new Map<string, Set<string>>()
  const refused = new Map<string, Set<string>>()
  const entities: CheckedSeed[] = []
  const exists = (section: string, name: string): boolean =>
    aliasesSoFar.get(section)?.has(name) || existing(world, aliases, section, name) !== undefined
  for (const one of items) {
    const { section, path, parsed } = one
    const entity = entityOf(one)
    let isRefused = parsed === undefined
    for (const { of, at, name } of referencesIn(fields.get(section) ?? [], entity.item)) {
      if (exists(of, name)) continue
      isRefused = true
      if (unknown.has(of)) continue
      mistakes.add(() => {
        const names = [...(aliasesSoFar.get(of) ?? []), ...Object.keys(aliases[of] ?? {})]
        return { path: [...path, ...at], reason: unknownReference(name, of, names) }
      })
    }
    const { alias, id } = entity
    if (id !== undefined && alias !== id) add(aliasesSoFar, section.name, id)
    const isTaken = alias !== undefined && aliasesSoFar.get(section.name)?.has(alias) === true
    if (isTaken) mistakes.add(() => ({ path: [...path, 'alias'], reason: `'${alias}' is taken by one before` }))
    if (alias !== undefined) add(aliasesSoFar, section.name, alias)
    if (!isRefused) entities.push(isTaken ? { ...entity, alias: undefined } : entity)
    else if (alias !== undefined) add(refused, section.name, alias)
  }
  return { entities, mistakes, refused }
}

/** Returns the entity of an item; of one that the schema refuses, as it was written. */
function entityOf({ section, path, written, parsed = {} }: SeedItemCheck): CheckedSeed {
  const { alias, created, id, ...item } = written
  const own = Object.keys(section.shape).filter((name) => Object.hasOwn(parsed, name))
  return {
    section,
    path,
    alias: typeof alias === 'string' ? alias : undefined,
    id: typeof id === 'string' ? id : undefined,
    created,
    item: { ...item, ...Object.fromEntries(own.map((name) => [name, parsed[name]])) },
  }
}

function add(sets: Map<string, Set<string>>, section: string, name: string): void {
  sets.set(section, (sets.get(section) ?? new Set()).add(name))
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

/** Yields the references of an item. Values that are no names are mistakes of the schema. */
function* referencesIn(fields: ReturnType<typeof referenceFieldsOf>, item: SeedItem): Generator<Reference> {
  for (const { key, of } of fields) {
    const value = item[key]
    const names: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const [index, name] of names.entries()) {
      if (typeof name !== 'string' || name === '') continue
      yield { of, at: Array.isArray(value) ? [key, index] : [key], name }
    }
  }
}
