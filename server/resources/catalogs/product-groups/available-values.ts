import type { Database } from '#db/database.ts'
import type { ItemColumns } from '#server/domain/catalogs/item-columns.ts'
import { languageOf } from '#server/domain/catalogs/market.ts'
import { levelsOf } from '#server/domain/catalogs/path.ts'
import type { CatalogRow } from '../catalogs/repository.ts'
import type { ItemRow } from '../items/rows.ts'
import type { AvailableValuesQuery } from './available-values-schema.ts'
import { sampledItems } from './matching.ts'

/** How many items are looked at, as documented. */
const sample = 1000

type Values = Readonly<Record<string, readonly string[]>>

/** Returns the values that fields of the newest items of a catalog or feed have. */
export function filterValuesReply(
  db: Database,
  { seq: catalog, catalog_type }: CatalogRow,
  feedId: string | null,
  { country, language }: Pick<AvailableValuesQuery, 'country' | 'language'>,
): object {
  const isRetail = catalog_type === 'RETAIL'
  const market = {
    ...(country !== undefined && { country }),
    ...(language !== undefined && { language: languageOf(language) }),
  }
  const items = sampledItems(db, isRetail ? { catalog, feedId, market } : { catalog, feedId: null }, sample)
  const labels = numbered(items, 'custom_label', 5)
  if (catalog_type === 'HOTEL') return { catalog_type, filter_values: { brand: valuesOf(items, 'brand'), ...labels } }
  const categories = levels(items, 'google_product_category', 7)
  const media_type = valuesOf(items, 'media_type')
  if (!isRetail) return { catalog_type, filter_values: { ...labels, ...categories, media_type } }
  return {
    catalog_type,
    filter_values: {
      ad_image_tags: tagsOf(items, /^ad_image_\d+_tag$/),
      ad_video_tags: tagsOf(items, /^ad_video_\d+_tag$/),
      availability: valuesOf(items, 'availability'),
      brand: valuesOf(items, 'brand'),
      condition: valuesOf(items, 'condition'),
      ...labels,
      gender: valuesOf(items, 'gender'),
      ...categories,
      media_type,
      ...levels(items, 'product_type', 5),
    },
  }
}

const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort()

const valuesOf = (items: readonly ItemRow[], column: keyof ItemColumns): readonly string[] =>
  sorted(items.flatMap((item) => (item[column] === null ? [] : [String(item[column])])))

const numbered = (items: readonly ItemRow[], name: 'custom_label', count: number): Values =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const column = `${name}_${index}` as keyof ItemColumns
      return [column, valuesOf(items, column)]
    }),
  )

function levels(items: readonly ItemRow[], column: 'product_type' | 'google_product_category', count: number): Values {
  const paths = items.map((item) => (item[column] === null ? [] : levelsOf(item[column])))
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${column}_${index}`,
      sorted(paths.flatMap((path) => path[index] ?? [])),
    ]),
  )
}

const tagsOf = (items: readonly ItemRow[], name: RegExp): readonly string[] =>
  sorted(
    items.flatMap(({ json }) =>
      Object.entries(JSON.parse(json) as object).flatMap(([key, value]) =>
        name.test(key) && typeof value === 'string' ? [value] : [],
      ),
    ),
  )
