import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'
import type { MatchType } from '#server/domain/ads/keywords.ts'

/** A keyword as it is stored. */
export interface KeywordRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  /** Set when the keyword is attached to a campaign. */
  readonly campaign_id: string | null
  /** Set when the keyword is attached to an ad group. */
  readonly ad_group_id: string | null
  readonly match_type: MatchType
  readonly value: string
  readonly status: 'ACTIVE' | 'ARCHIVED'
  /** Unix seconds, which no response has; null of one that was stored before there was this column. */
  readonly created_time: number | null
}

/** The table of keywords. Lists omit archived keywords. */
export const keywordTable = accountTable<KeywordRow>('keywords', { updates: ['status'] })

/** The filters of a list of keywords. */
export interface KeywordFilter {
  readonly ad_account_id: string
  readonly parent_ids: readonly string[]
  readonly match_types: readonly MatchType[]
}

/** Returns one page of the keywords that are not archived, in the order of their ids. */
export const listKeywords = (
  db: Database,
  { ad_account_id, parent_ids, match_types }: KeywordFilter,
  page: PageRange,
): readonly KeywordRow[] =>
  keywordTable.page(db, {
    columns: ['parent_id', 'ad_account_id', 'status', 'match_type'],
    ranges: rangesOf(parent_ids, [ad_account_id], ['ACTIVE'], match_types),
    ...page,
  })
