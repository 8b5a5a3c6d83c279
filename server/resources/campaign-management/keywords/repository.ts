import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, rangesOf } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { MatchType } from '#server/domain/ads/keywords.ts'

/** A keyword as it is stored. */
export interface KeywordRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  /** Set when it is attached to a campaign. */
  readonly campaign_id: string | null
  /** Set when it is attached to an ad group. */
  readonly ad_group_id: string | null
  readonly match_type: MatchType
  readonly value: string
  readonly status: 'ACTIVE' | 'ARCHIVED'
}

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], KeywordRow>('SELECT * FROM keywords WHERE id = ? AND ad_account_id = ?'),
  insert: inserter<KeywordRow>(db, 'keywords'),
  setStatus: db.prepare<[KeywordRow['status'], string]>('UPDATE keywords SET status = ? WHERE id = ?'),
}))

/** The keyword of that id in that ad account. */
export const findKeyword = (db: Database, accountId: string, id: string): KeywordRow | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next keyword. */
export const nextKeywordSequence = (db: Database): number => nextSequence(db, 'keywords')

/** Stores a new keyword. */
export const insertKeyword = (db: Database, row: KeywordRow): void => statements(db).insert(row)

/** Takes the keyword from every list, or gives it back. */
export const storeKeywordStatus = (db: Database, id: string, status: KeywordRow['status']): void =>
  void statements(db).setStatus.run(status, id)

/** What a list of keywords is narrowed to. */
export interface KeywordFilter {
  readonly ad_account_id: string
  readonly parent_ids: readonly string[]
  readonly match_types: readonly MatchType[]
}

/** One page of the keywords that are not archived, in the order of their ids. */
export const listKeywords = (
  db: Database,
  { ad_account_id, parent_ids, match_types }: KeywordFilter,
  page: { after?: number | undefined; limit: number },
): readonly KeywordRow[] =>
  keysetPage(db, {
    table: 'keywords',
    select: 't.*',
    columns: ['parent_id', 'ad_account_id', 'status', 'match_type'],
    ranges: rangesOf(parent_ids, [ad_account_id], ['ACTIVE'], match_types),
    ...page,
  })
