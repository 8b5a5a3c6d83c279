import { childTable } from '#db/table.ts'
import type { ListOperation } from '../customer-lists/schema.ts'

/** An upload as it is stored. */
export interface UploadRow {
  readonly seq: number
  readonly id: string
  readonly customer_list_id: string
  readonly operation: ListOperation
  readonly created_time: number
  /** Null until the upload is run. */
  readonly started_time: number | null
  /** A state that a direct edit has fixed; null while the state follows from the time. */
  readonly held: 'PAUSED' | 'FAILED' | null
}

/** The table of uploads, each of a customer list. */
export const uploadTable = childTable<UploadRow>('customer_list_id', 'customer_list_uploads', {
  updates: ['started_time', 'held'],
})
