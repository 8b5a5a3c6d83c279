import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'

/** A product group as it is stored: the columns that queries use, and the JSON text for responses. */
export interface ProductGroupRow {
  readonly seq: number
  readonly id: string
  /** The id of the business, which is a user. */
  readonly owner_id: string
  readonly catalog_id: string
  readonly feed_id: string | null
  /** Milliseconds since 1970. */
  readonly created_at: number
  readonly updated_at: number
  /** What its name and filters are unique in. */
  readonly scope: string
  readonly name: string
  /** Its filters as a text that is the same where they say the same. */
  readonly filters: string
  readonly json: string
}

/** The table of the product groups of all businesses. */
export const productGroupTable = childTable<ProductGroupRow>('owner_id', 'product_groups')

const statements = perDb((db) => ({
  named: db.prepare<[string, string, string], ProductGroupRow>(
    'SELECT * FROM product_groups WHERE scope = ? AND name = ? AND id <> ? LIMIT 1',
  ),
  filtering: db.prepare<[string, string, string], ProductGroupRow>(
    'SELECT * FROM product_groups WHERE scope = ? AND filters = ? AND id <> ? LIMIT 1',
  ),
  promoted: db
    .prepare<[string], number>(
      `SELECT 1 FROM product_group_promotions
        WHERE json ->> '$.catalog_product_group_id' = ? AND status = 'ACTIVE' LIMIT 1`,
    )
    .pluck(),
}))

/** What a product group must not share with another one. */
export type Unique = Pick<ProductGroupRow, 'id' | 'scope' | 'name' | 'filters'>

/** Returns another product group of the scope with the same name. */
export const findNamesake = (db: Database, { scope, name, id }: Unique): ProductGroupRow | undefined =>
  statements(db).named.get(scope, name, id)

/** Returns another product group of the scope whose filters say the same. */
export const findSameFilters = (db: Database, { scope, filters, id }: Unique): ProductGroupRow | undefined =>
  statements(db).filtering.get(scope, filters, id)

/** Whether an active promotion shows the product group. */
export const isPromoted = (db: Database, id: string): boolean => statements(db).promoted.get(id) !== undefined

/** The filters of a list of product groups. */
export interface ProductGroupFilter {
  readonly ownerId: string
  readonly id?: readonly string[] | undefined
  readonly feed_id?: string | undefined
  readonly catalog_id?: string | undefined
}

/** Returns one page of a business's product groups in the order of their ids. */
export function listProductGroups(
  db: Database,
  { ownerId, ...filters }: ProductGroupFilter,
  page: PageRange,
): readonly ProductGroupRow[] {
  const { id, feed_id, catalog_id } = filters
  const wanted = {
    id,
    feed_id: feed_id === undefined ? undefined : [feed_id],
    catalog_id: catalog_id === undefined ? undefined : [catalog_id],
  }
  const [first, ...also] = Object.entries(wanted).flatMap(([column, values]) =>
    values === undefined ? [] : [[column, values] as const],
  )
  return productGroupTable.page(db, {
    columns: first === undefined ? ['owner_id'] : [first[0], 'owner_id'],
    ranges: first === undefined ? [[ownerId]] : rangesOf(first[1], [ownerId]),
    also,
    ...page,
  })
}
