import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { childTable } from '#db/table.ts'

/** A feed as it is stored. */
export interface FeedRow {
  readonly seq: number
  readonly id: string
  readonly owner_id: string
  readonly catalog_id: string
  /** Null for a feed that has none, as feeds of old have. */
  readonly name: string | null
  /** Whether it is processed by its schedule. */
  readonly is_active: 0 | 1
  /** When its next processing begins by its schedule, in Unix seconds. */
  readonly next_start: number
  /** Rows or sample products from test control, as JSON text; null where the location is read. */
  readonly content: string | null
  /** The hash of what its last successful processing read. */
  readonly signature: string | null
  readonly json: string
}

/** The table of the feeds of all businesses. */
export const feedTable = childTable<FeedRow>('owner_id', 'feeds', {
  updates: ['name', 'is_active', 'next_start', 'content', 'signature', 'json'],
})

const statements = perDb((db) => ({
  byName: db.prepare<[string, string], FeedRow>('SELECT * FROM feeds WHERE owner_id = ? AND name = ?'),
  due: db.prepare<[string, number], FeedRow>(
    'SELECT * FROM feeds WHERE owner_id = ? AND is_active = 1 AND next_start <= ? ORDER BY next_start, seq',
  ),
  ahead: db.prepare<[string, number], FeedRow>(
    'SELECT * FROM feeds WHERE owner_id = ? AND is_active = 1 AND next_start > ?',
  ),
  promoted: db
    .prepare<[string], number>(
      `SELECT 1 FROM product_groups AS g CROSS JOIN product_group_promotions AS p
       ON p.json ->> '$.catalog_product_group_id' = g.id AND p.status = 'ACTIVE' WHERE g.feed_id = ? LIMIT 1`,
    )
    .pluck(),
  other: db
    .prepare<[string, string, string], number>(
      'SELECT 1 FROM feeds WHERE owner_id = ? AND catalog_id = ? AND id <> ? LIMIT 1',
    )
    .pluck(),
  setNext: db.prepare<[number, string]>('UPDATE feeds SET next_start = ? WHERE id = ?'),
  setContent: db.prepare<[string | null, string]>('UPDATE feeds SET content = ? WHERE id = ?'),
  sign: db.prepare<[string | null, string]>('UPDATE feeds SET signature = ? WHERE id = ?'),
}))

/** Returns the feed of a business that has this name. */
export const findFeedByName = (db: Database, ownerId: string, name: string): FeedRow | undefined =>
  statements(db).byName.get(ownerId, name)

/** Whether an active promotion shows a product group of the feed. */
export const hasPromotedProductGroup = (db: Database, id: string): boolean =>
  statements(db).promoted.get(id) !== undefined

/** Whether the catalog of a feed has another feed. */
export const hasOtherFeeds = (db: Database, { owner_id, catalog_id, id }: FeedRow): boolean =>
  statements(db).other.get(owner_id, catalog_id, id) !== undefined

/** Returns the active feeds of a business whose next processing has begun by a time in Unix seconds. */
export const dueFeeds = (db: Database, ownerId: string, now: number): readonly FeedRow[] =>
  statements(db).due.all(ownerId, now)

/** Returns the active feeds of a business whose next processing begins after a time in Unix seconds. */
export const aheadFeeds = (db: Database, ownerId: string, time: number): readonly FeedRow[] =>
  statements(db).ahead.all(ownerId, time)

/** Stores when the next processing of a feed begins. */
export const setNextStart = (db: Database, id: string, start: number): void =>
  void statements(db).setNext.run(start, id)

/** Stores what a feed has in place of its file, as JSON text; null where its file is read. */
export const setFeedContent = (db: Database, id: string, content: string | null): void =>
  void statements(db).setContent.run(content, id)

/** Stores the hash of what a feed's last successful processing read. */
export const signFeed = (db: Database, id: string, signature: string | null): void =>
  void statements(db).sign.run(signature, id)

/** Returns one page of a business's feeds, of one catalog where it is named. */
export const listFeeds = (
  db: Database,
  ownerId: string,
  catalogId: string | undefined,
  page: PageRange,
): readonly FeedRow[] =>
  catalogId === undefined
    ? feedTable.pageWithin(db, ownerId, page)
    : feedTable.page(db, { columns: ['owner_id', 'catalog_id'], ranges: rangesOf([ownerId], [catalogId]), ...page })
