import type { SeedSection } from '../contracts/seed-section.ts'
import { resources } from './resources.ts'

const loaded = await Promise.all(resources.map(({ seed }) => seed?.() ?? []))

/** What a seed may have, in the order in which entities are made: parents first. */
export const seedSections: readonly SeedSection[] = loaded.flat()
