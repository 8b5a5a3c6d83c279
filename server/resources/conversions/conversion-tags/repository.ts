import type { Database } from '#db/database.ts'
import { withinAccount } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'
import type { TagStatus } from './schema.ts'

/** A conversion tag as it is stored. */
export interface ConversionTagRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: TagStatus
  readonly json: string
}

/** The table of conversion tags. */
export const conversionTagTable = accountTable<ConversionTagRow>('conversion_tags')

/** Returns all tags of the account with these statuses, in the order of their ids. */
export const listConversionTags = (
  db: Database,
  accountId: string,
  statuses: readonly TagStatus[],
): readonly ConversionTagRow[] =>
  conversionTagTable.page(db, { ...withinAccount(accountId, statuses), limit: Number.MAX_SAFE_INTEGER })
