import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'

/** A billing profile as it is stored: the columns that queries use, and the JSON text for responses. */
export interface BillingProfileRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly is_active: 0 | 1
  readonly json: string
}

/** The table of billing profiles. */
export const billingProfileTable = accountTable<BillingProfileRow>('billing_profiles')

/** Returns one page of billing profiles, the active ones or all. */
export const listBillingProfiles = (
  db: Database,
  { ad_account_id, is_active }: { readonly ad_account_id: string; readonly is_active: boolean },
  page: PageRange,
): readonly BillingProfileRow[] =>
  billingProfileTable.page(db, {
    columns: ['ad_account_id', 'is_active'],
    ranges: rangesOf([ad_account_id], is_active ? ['1'] : ['0', '1']),
    ...page,
  })
