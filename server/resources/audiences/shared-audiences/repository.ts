import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { ownedAdAccountIds } from '#server/resources/accounts/ad-accounts/repository.ts'
import { type RecipientType, type ShareRow, shareTable } from '../audiences/shares.ts'

/** The filters of a list of shares. */
export interface ShareFilter {
  readonly audience_id: string
  readonly account_type: RecipientType
  /** The business whose ad accounts alone are listed; all accounts when absent. */
  readonly within?: string | undefined
}

/** Returns one page of the shares of an audience, in the order in which they were made. */
export function listShares(
  db: Database,
  { audience_id, account_type, within }: ShareFilter,
  page: PageRange,
): readonly ShareRow[] {
  const also = within === undefined ? [] : ([['recipient', ownedAdAccountIds(db, within)]] as const)
  const columns = ['audience_id', 'recipient_type']
  return shareTable.page(db, { columns, ranges: [[audience_id, account_type]], also, ...page })
}
