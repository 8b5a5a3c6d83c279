import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'

/** An audience as it is stored. */
export interface AudienceRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly customer_list_id: string | null
  /** How many it gathers, unless its customer list counts them. */
  readonly people: number
  /** Whether its customer list is for the acquisition of new customers, which never changes of a list. */
  readonly is_nca: 0 | 1
  /** Unix seconds, from when on people are gathered by the present rule. */
  readonly filled_since: number
  readonly json: string
}

/** An audience with all that its answer is made of. */
export interface AnsweredAudience extends AudienceRow {
  /** How many its customer list has; null where it has none. */
  readonly members: number | null
}

const joins = 'LEFT JOIN customer_lists AS l ON l.id = t.customer_list_id AND l.ad_account_id = t.ad_account_id'
const select = 't.*, l.members'

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], AnsweredAudience>(
    `SELECT ${select} FROM audiences AS t ${joins} WHERE t.id = ? AND t.ad_account_id = ?`,
  ),
  names: db.prepare<[string], { id: string; name: string }>(
    `SELECT id, json ->> '$.name' AS name FROM audiences WHERE ad_account_id = ? ORDER BY seq`,
  ),
  insert: inserter<AudienceRow>(db, 'audiences'),
  update: db.prepare<AudienceRow>(
    `UPDATE audiences SET customer_list_id = @customer_list_id, people = @people, is_nca = @is_nca,
     filled_since = @filled_since, json = @json WHERE id = @id`,
  ),
  remove: db.prepare<[string]>('DELETE FROM audiences WHERE id = ?'),
}))

/** The audience of that id in that ad account. */
export const findAudience = (db: Database, accountId: string, id: string): AnsweredAudience | undefined =>
  statements(db).byId.get(id, accountId)

/** Every audience of an ad account by id and name, the oldest first. */
export const audienceNames = (db: Database, accountId: string): readonly { id: string; name: string }[] =>
  statements(db).names.all(accountId)

/** The `seq` of the next audience. */
export const nextAudienceSequence = (db: Database): number => nextSequence(db, 'audiences')

/** Stores a new audience. */
export const insertAudience = (db: Database, row: AudienceRow): void => statements(db).insert(row)

/** Stores a changed audience. */
export const updateAudience = (db: Database, row: AudienceRow): void => void statements(db).update.run(row)

/** Deletes the audience. */
export const deleteAudience = (db: Database, id: string): void => void statements(db).remove.run(id)

/** What a list of audiences is narrowed to. */
export interface AudienceFilter {
  readonly ad_account_id: string
  readonly order: 'ASCENDING' | 'DESCENDING'
  /** Whether those of customer lists for the acquisition of new customers are left out. */
  readonly exclude_nca: boolean
}

/** One page of an ad account's audiences in the order of their ids. */
export const listAudiences = (
  db: Database,
  { ad_account_id, order, exclude_nca }: AudienceFilter,
  page: { after?: number | undefined; limit: number },
): readonly AnsweredAudience[] =>
  keysetPage(db, {
    table: 'audiences',
    select,
    joins,
    columns: exclude_nca ? ['ad_account_id', 'is_nca'] : ['ad_account_id'],
    ranges: [exclude_nca ? [ad_account_id, '0'] : [ad_account_id]],
    descending: order === 'DESCENDING',
    ...page,
  })
