import type { z } from 'zod'
import type { SeedSection } from '../contracts/seed-section.ts'
import { nearest } from '../http/nearest.ts'
import { seedSections } from '../registry/seed-sections.ts'
import type { SeedMistakes } from './errors.ts'
import { mistakesOf } from './mistakes.ts'
import {
  type SeedContent,
  type SeedItem,
  seedFieldsAt,
  seedItemSchema,
  seedSchema,
  trustedSeedSchema,
} from './schema.ts'

/** An item of a seed as it was written, and as its section's schema has parsed it. */
export interface SeedItemCheck {
  readonly section: SeedSection
  /** Its path: `['campaigns', 3]`. */
  readonly path: readonly [string, number]
  readonly written: SeedItem
  /** The parsed item; undefined where the schema refuses it. */
  readonly parsed: SeedItem | undefined
}

/** The items of a seed, with the mistakes that the schema finds. */
export interface SeedItems {
  readonly items: readonly SeedItemCheck[]
  readonly mistakes: SeedMistakes
  /** The sections whose items are not all known: they are no lists, or are written under another name. */
  readonly unknown: ReadonlySet<string>
}

/**
 * Checks the items of a seed by the schema, in the order of their creation. What one item breaks does not keep the others
 * from being checked further.
 *
 * @param isTrusted Whether the fields are known to be valid.
 */
export function checkItems(content: unknown, isTrusted: boolean): SeedItems {
  const result = (isTrusted ? trustedSeedSchema() : seedSchema()).safeParse(content)
  const issues = result.success ? [] : result.error.issues
  const broken = new Set(issues.map(({ path }) => path.slice(0, 2).join('.')))
  const seed = (isObject(content) ? content : {}) as SeedContent
  const parsed = (result.success ? result.data : {}) as SeedContent
  const items = seedSections.flatMap((section) => {
    const { name } = section
    const list: unknown = seed[name]
    if (!Array.isArray(list)) return []
    return list.map((written: unknown, index): SeedItemCheck => {
      const path = [name, index] as const
      const item = (isObject(written) ? written : {}) as SeedItem
      if (broken.has(path.join('.'))) return { section, path, written: item, parsed: undefined }
      const valid = parsed[name]?.[index] ?? (seedItemSchema(name).parse(written) as SeedItem)
      return { section, path, written: item, parsed: valid }
    })
  })
  return { items, mistakes: mistakesOf(issues, content, seedFieldsAt), unknown: unknownSections(issues) }
}

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Returns the sections that are no lists, and those that an unknown name of a section stands for. */
function unknownSections(issues: readonly z.core.$ZodIssue[]): ReadonlySet<string> {
  const names = seedSections.map(({ name }) => name)
  return new Set(
    issues.flatMap((issue) => {
      if (issue.path.length === 1) return String(issue.path[0])
      if (issue.path.length === 0 && issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => nearest(key, names))
      return []
    }),
  )
}
