import type { SeedSection } from '../contracts/seed-section.ts'
import { resources } from './resources.ts'

const loaded = await Promise.all(resources.map(({ seed }) => seed?.() ?? []))

/** The sections of a seed, in the order in which entities are created: parents first. */
export const seedSections: readonly SeedSection[] = loaded.flat()
