import { accountTable } from '#db/table.ts'

/** A request for deletion as it is stored. Times are Unix seconds. */
export interface DeletionRequestRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly created: number
  /** When the events are deleted. */
  readonly due: number
  readonly cancelled: number | null
  /** Hashed email addresses and ids of clicks, each with spaces between them. */
  readonly emails: string
  readonly clicks: string
}

/** The table of requests for deletion. */
export const deletionRequestTable = accountTable<DeletionRequestRow>('conversion_deletion_requests')
