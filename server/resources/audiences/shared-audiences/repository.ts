import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { type RecipientType, type ShareRow, shareTable } from '../audiences/shares.ts'

/** The filters of a list of shares. */
export interface ShareFilter {
  readonly audience_id: string
  readonly account_type: RecipientType
  /** The business whose ad accounts alone are listed; all accounts when absent. */
  readonly within?: string | undefined
}

const accountsOf = perDb((db) => db.prepare<[string], string>('SELECT id FROM ad_accounts WHERE owner_id = ?').pluck())

/** Returns one page of the shares of an audience, in the order in which they were made. */
export function listShares(
  db: Database,
  { audience_id, account_type, within }: ShareFilter,
  page: PageRange,
): readonly ShareRow[] {
  const also = within === undefined ? [] : ([['recipient', accountsOf(db).all(within)]] as const)
  const columns = ['audience_id', 'recipient_type']
  return shareTable.page(db, { columns, ranges: [[audience_id, account_type]], also, ...page })
}
