import { z } from 'zod'
import type { Pull } from '#server/contracts/pull.ts'
import { references, type SeedSection } from '#server/contracts/seed-section.ts'
import { seedSections } from '#server/registry/seed-sections.ts'
import { unwrapped } from '#server/seeds/schema.ts'

/** A section of a seed that lists of the API fill. */
export type PulledSection = SeedSection & { readonly pull: Pull }

const isPulled = (section: SeedSection): section is PulledSection => section.pull !== undefined

/** The sections that are pulled, in the order in which they are: those that wait for another one follow it. */
export const pulledSections: readonly PulledSection[] = inOrder(seedSections.filter(isPulled))

/** The sections of a seed that no list of the API fills. */
export const unpulledSections: readonly string[] = seedSections.flatMap(({ name, pull }) => (pull ? [] : name))

/** The sections that are read after others have referred to their entities. */
export const sectionsPulledLater: ReadonlySet<string> = new Set(
  pulledSections.flatMap(({ name, pull }) => (pull.single === undefined ? [] : name)),
)

/** The sections whose ids values may have. */
export const embeddedSections: readonly string[] = pulledSections.flatMap(({ name, pull }) =>
  pull.isEmbedded ? name : [],
)

function inOrder(sections: readonly PulledSection[]): readonly PulledSection[] {
  const waiting = sections.filter(({ pull }) => pull.after !== undefined)
  return sections
    .filter(({ pull }) => pull.after === undefined)
    .flatMap((section) => [section, ...waiting.filter(({ pull }) => pull.after === section.name)])
}

/** A field of an item that refers to entities of a section. */
export interface ReferenceField {
  readonly name: string
  readonly section: string
  readonly isList: boolean
  /** The field of an entity that has the id, or the ids. */
  readonly idField: string
}

/** Returns the fields of a section that refer to entities: `campaign` to that of `campaign_id`. */
export const referenceFieldsOf = ({ shape }: SeedSection): readonly ReferenceField[] =>
  Object.entries(shape).flatMap(([name, schema]) => {
    const bare = unwrapped(schema)
    const isList = bare instanceof z.ZodArray
    const section = references.get((isList ? bare.element : bare) as z.ZodType)?.section
    if (section === undefined) return []
    return { name, section, isList, idField: isList ? `${name.replace(/s$/, '')}_ids` : `${name}_id` }
  })

const referredTo = new Set(
  pulledSections.flatMap((section) => referenceFieldsOf(section).map((field) => field.section)),
)

/** Whether items of pulled sections refer to entities of the section, so that those need an alias. */
export const isReferredTo = (section: string): boolean => referredTo.has(section)
