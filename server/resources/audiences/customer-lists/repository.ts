import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { ListType } from './schema.ts'

/** A customer list as it is stored. */
export interface CustomerListRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly list_type: ListType
  /** How many different records it has. */
  readonly members: number
  /** Whether it is for the acquisition of new customers: said when it is created, and never again. */
  readonly is_nca: 0 | 1
  readonly updated_time: number
  readonly json: string
}

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], CustomerListRow>(
    'SELECT * FROM customer_lists WHERE id = ? AND ad_account_id = ?',
  ),
  insert: inserter<CustomerListRow>(db, 'customer_lists'),
  update: db.prepare<CustomerListRow>(
    'UPDATE customer_lists SET members = @members, updated_time = @updated_time, json = @json WHERE id = @id',
  ),
  add: db.prepare<[string, string]>('INSERT OR IGNORE INTO customer_list_records SELECT ?, value FROM json_each(?)'),
  remove: db.prepare<[string, string]>(
    'DELETE FROM customer_list_records WHERE customer_list_id = ? AND record IN (SELECT value FROM json_each(?))',
  ),
}))

/** The list of that id in that ad account. */
export const findCustomerList = (db: Database, accountId: string, id: string): CustomerListRow | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next list. */
export const nextCustomerListSequence = (db: Database): number => nextSequence(db, 'customer_lists')

/** Stores a new list. */
export const insertCustomerList = (db: Database, row: CustomerListRow): void => statements(db).insert(row)

/** Stores a changed list. */
export const updateCustomerList = (db: Database, row: CustomerListRow): void => void statements(db).update.run(row)

/** Adds records to the list, and says how many of them it had not. */
export const addRecords = (db: Database, listId: string, records: readonly string[]): number =>
  statements(db).add.run(listId, JSON.stringify(records)).changes

/** Takes records from the list, and says how many of them it had. */
export const removeRecords = (db: Database, listId: string, records: readonly string[]): number =>
  statements(db).remove.run(listId, JSON.stringify(records)).changes

/** What a list of customer lists is narrowed to. */
export interface CustomerListFilter {
  readonly ad_account_id: string
  readonly order: 'ASCENDING' | 'DESCENDING'
  /** Whether those for the acquisition of new customers are left out. */
  readonly exclude_nca: boolean
}

/** One page of an ad account's customer lists in the order of their ids. */
export const listCustomerLists = (
  db: Database,
  { ad_account_id, order, exclude_nca }: CustomerListFilter,
  page: { after?: number | undefined; limit: number },
): readonly CustomerListRow[] =>
  keysetPage(db, {
    table: 'customer_lists',
    select: 't.*',
    columns: exclude_nca ? ['ad_account_id', 'is_nca'] : ['ad_account_id'],
    ranges: [exclude_nca ? [ad_account_id, '0'] : [ad_account_id]],
    descending: order === 'DESCENDING',
    ...page,
  })
