import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { ListType } from './schema.ts'

/** A customer list as it is stored. */
export interface CustomerListRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly list_type: ListType
  /** The number of distinct records. */
  readonly members: number
  /** Whether the list is for new customer acquisition: set at its creation, and never changed. */
  readonly is_nca: 0 | 1
  readonly updated_time: number
  readonly json: string
}

/** The table of customer lists. */
export const customerListTable = accountTable<CustomerListRow>('customer_lists', {
  updates: ['members', 'updated_time', 'json'],
})

const statements = perDb((db) => ({
  add: db.prepare<[string, string]>('INSERT OR IGNORE INTO customer_list_records SELECT ?, value FROM json_each(?)'),
  remove: db.prepare<[string, string]>(
    'DELETE FROM customer_list_records WHERE customer_list_id = ? AND record IN (SELECT value FROM json_each(?))',
  ),
}))

/** Adds records to the list and returns how many of them were new. */
export const addRecords = (db: Database, listId: string, records: readonly string[]): number =>
  statements(db).add.run(listId, JSON.stringify(records)).changes

/** Removes records from the list and returns how many of them it had. */
export const removeRecords = (db: Database, listId: string, records: readonly string[]): number =>
  statements(db).remove.run(listId, JSON.stringify(records)).changes

/** The filters of a list of customer lists. */
export interface CustomerListFilter {
  readonly ad_account_id: string
  readonly order: 'ASCENDING' | 'DESCENDING'
  /** Whether lists for new customer acquisition are excluded. */
  readonly exclude_nca: boolean
}

/** Returns one page of an ad account's customer lists in the order of their ids. */
export const listCustomerLists = (
  db: Database,
  { ad_account_id, order, exclude_nca }: CustomerListFilter,
  page: PageRange,
): readonly CustomerListRow[] =>
  customerListTable.page(db, {
    columns: exclude_nca ? ['ad_account_id', 'is_nca'] : ['ad_account_id'],
    ranges: [exclude_nca ? [ad_account_id, '0'] : [ad_account_id]],
    descending: order === 'DESCENDING',
    ...page,
  })
