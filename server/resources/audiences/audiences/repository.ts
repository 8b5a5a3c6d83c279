import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** An audience as it is stored. */
export interface AudienceRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly customer_list_id: string | null
  /** The number of people that its rule gathers, unless its customer list counts them. */
  readonly people: number
  /** Whether its customer list is for new customer acquisition, which never changes in a list. */
  readonly is_nca: 0 | 1
  /** Unix seconds at which the current rule began to gather people. */
  readonly filled_since: number
  readonly json: string
}

/** An audience with all columns that a response is built from. */
export interface AudienceResponseRow extends AudienceRow {
  /** The number of members of its customer list; null without a list. */
  readonly members: number | null
}

/** The table of audiences, joined with the number of members of their customer lists. */
export const audienceTable = accountTable<AudienceRow, AudienceResponseRow>('audiences', {
  select: 't.*, l.members',
  joins: 'LEFT JOIN customer_lists AS l ON l.id = t.customer_list_id AND l.ad_account_id = t.ad_account_id',
})

const names = perDb((db) =>
  db.prepare<[string], { id: string; name: string }>(
    `SELECT id, json ->> '$.name' AS name FROM audiences WHERE ad_account_id = ? ORDER BY seq`,
  ),
)

/** Returns the ids and names of all audiences of an ad account, the oldest first. */
export const audienceNames = (db: Database, accountId: string): readonly { id: string; name: string }[] =>
  names(db).all(accountId)

/** The filters of a list of audiences. */
export interface AudienceFilter {
  readonly ad_account_id: string
  readonly order: 'ASCENDING' | 'DESCENDING'
  /** Whether audiences of customer lists for new customer acquisition are excluded. */
  readonly exclude_nca: boolean
}

/** Returns one page of an ad account's audiences in the order of their ids. */
export const listAudiences = (
  db: Database,
  { ad_account_id, order, exclude_nca }: AudienceFilter,
  page: PageRange,
): readonly AudienceResponseRow[] =>
  audienceTable.page(db, {
    columns: exclude_nca ? ['ad_account_id', 'is_nca'] : ['ad_account_id'],
    ranges: [exclude_nca ? [ad_account_id, '0'] : [ad_account_id]],
    descending: order === 'DESCENDING',
    ...page,
  })

/** Returns one page of the audiences with these ids, whichever ad accounts they belong to. */
export const listAudiencesOf = (
  db: Database,
  ids: readonly string[],
  { order, exclude_nca }: Pick<AudienceFilter, 'order' | 'exclude_nca'>,
  page: PageRange,
): readonly AudienceResponseRow[] =>
  audienceTable.page(db, {
    columns: ['id'],
    ranges: ids.map((id) => [id]),
    also: exclude_nca ? [['is_nca', ['0']]] : [],
    descending: order === 'DESCENDING',
    ...page,
  })
