import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { CustomerSegment } from './schema.ts'

/** A customer segment as it is stored. */
export interface CustomerSegmentRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: CustomerSegment['status']
  /** The name in lower case. */
  readonly searched: string
  readonly json: string
}

/** The table of customer segments, including removed ones. */
export const customerSegmentTable = accountTable<CustomerSegmentRow>('customer_segments', {
  updates: ['status', 'json'],
})

const named = perDb((db) =>
  db
    .prepare<[string, string], string>(
      `SELECT id FROM customer_segments WHERE ad_account_id = ? AND status = 'ACTIVE' AND instr(searched, ?) > 0`,
    )
    .pluck(),
)

/** The filters of a list of customer segments. */
export interface CustomerSegmentFilter {
  readonly ad_account_id: string
  readonly search_query: string
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of the segments that were not removed, in the order of their ids. */
export function listCustomerSegments(
  db: Database,
  { ad_account_id, search_query, order }: CustomerSegmentFilter,
  page: PageRange,
): readonly CustomerSegmentRow[] {
  const within =
    search_query === ''
      ? { columns: ['ad_account_id', 'status'], ranges: rangesOf([ad_account_id], ['ACTIVE']) }
      : { columns: ['id'], ranges: rangesOf(named(db).all(ad_account_id, search_query.toLowerCase())) }
  return customerSegmentTable.page(db, { descending: order === 'DESCENDING', ...within, ...page })
}
