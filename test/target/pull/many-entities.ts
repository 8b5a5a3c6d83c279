import { builtInContent } from '#server/seeds/image.ts'
import type { SeedItem } from '#server/seeds/schema.ts'

/** Returns the seed `large` with so many times as many campaigns, ad groups and ads, without labels. */
export function manyEntities(times: number): object {
  const { campaigns, ad_groups, ads, labels: _, ...rest } = builtInContent('large') ?? {}
  const many = (items: readonly SeedItem[] = []) =>
    Array.from({ length: times }, (_, copy) => items.map((item) => copyOf(item, copy))).flat()
  return { ...rest, campaigns: many(campaigns), ad_groups: many(ad_groups), ads: many(ads) }
}

const names = new Set(['alias', 'campaign', 'ad_group'])

const copyOf = (item: SeedItem, copy: number): SeedItem =>
  Object.fromEntries(Object.entries(item).map(([key, value]) => [key, names.has(key) ? `${copy}-${value}` : value]))
