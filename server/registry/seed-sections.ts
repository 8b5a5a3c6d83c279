import type { SeedSection } from '../contracts/seed-section.ts'
import type { IdRange } from '../domain/ids.ts'
import { resources } from './resources.ts'

const loaded = await Promise.all(resources.map(async ({ seed, ids = [] }) => ({ section: await seed?.(), ids })))

/** The sections of a seed, in the order in which entities are created: parents first. */
export const seedSections: readonly SeedSection[] = loaded.flatMap(({ section }) => section ?? [])

/** The ranges of the ids that the resource of a section has, by the section's name. */
export const idRangesOf: ReadonlyMap<string, readonly IdRange[]> = new Map(
  loaded.flatMap(({ section, ids }) => (section === undefined ? [] : [[section.name, ids] as const])),
)
