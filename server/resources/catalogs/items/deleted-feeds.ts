import type { Database } from '#db/database.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import { prepared } from '#db/statements.ts'

/** The setting that has the ids of deleted feeds some of whose items are still stored. */
const setting = 'deleted_feeds'

const idsInSql = `(SELECT json_each.value FROM settings AS s, json_each(s.json) WHERE s.name = '${setting}')`

/** Returns the ids of deleted feeds some of whose items are still stored: nobody sees these. */
export const deletedFeeds = (db: Database): readonly string[] => readSetting(db, setting) ?? []

/** Returns the condition of SQL that an item can be seen, in any database. */
export const isSeenAnywhere = (table: string): string =>
  `(${table}.feed_id IS NULL OR ${table}.feed_id NOT IN ${idsInSql})`

/**
 * Returns the condition of SQL that an item can be seen. It depends on the database only while items of a deleted feed
 * are stored, and costs nothing otherwise.
 */
export const isSeen = (db: Database, table = 'items'): string =>
  deletedFeeds(db).length === 0 ? 'TRUE' : isSeenAnywhere(table)

/** Hides the items of a deleted feed, until they are deleted. What refers to them goes at once. */
export function hideItemsOfFeed(db: Database, feedId: string): void {
  const tags = 'product_tags WHERE EXISTS (SELECT 1 FROM items WHERE seq = product_tags.item AND feed_id = ?)'
  prepared(db)(`DELETE FROM ${tags}`).run(feedId)
  storeSetting(db, setting, [...deletedFeeds(db), feedId])
}

/** Forgets a deleted feed, once its items are deleted. */
export const forgetDeletedFeed = (db: Database, feedId: string): void =>
  storeSetting(
    db,
    setting,
    deletedFeeds(db).filter((id) => id !== feedId),
  )
