import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'

/** The types of invites and requests. */
export const inviteTypes = ['MEMBER_INVITE', 'PARTNER_INVITE', 'PARTNER_REQUEST'] as const
/** One of `inviteTypes`. */
export type InviteType = (typeof inviteTypes)[number]

/** The statuses of invites and requests, as responses have them. */
export const inviteStatuses = ['PENDING', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const
/** One of `inviteStatuses`. */
export type InviteStatus = (typeof inviteStatuses)[number]

/** An invite or request as it is stored. Times are Unix milliseconds. */
export interface InviteRow {
  readonly seq: number
  readonly id: string
  /** The business that sent it. */
  readonly business_id: string
  /** The user or business that it is addressed to; null for an email address of nobody here. */
  readonly recipient_id: string | null
  readonly email: string | null
  readonly invite_type: InviteType
  readonly business_role: 'EMPLOYEE' | 'BIZ_ADMIN' | 'PARTNER'
  /** The status without the clock: a pending one may have expired. */
  readonly invite_status: Exclude<InviteStatus, 'EXPIRED'>
  /** JSON of permissions by asset. */
  readonly assets: string
  readonly created_by_id: string
  readonly sent_at: number
  readonly last_updated_time: number
  readonly invite_expiration: number
}

/** The table of invites and requests. */
export const inviteTable = rootTable<InviteRow>('business_invites')

/** The filters of a list of invites. */
export interface InviteFilter {
  readonly business_id: string
  readonly invite_types: readonly InviteType[]
  readonly invite_status: readonly InviteStatus[]
}

const half = (column: string): string => `SELECT * FROM business_invites WHERE ${column} = ? AND seq > ?
  AND +invite_status = 'PENDING' AND iif(invite_expiration > ?, 'PENDING', 'EXPIRED') IN (SELECT value FROM json_each(?))
  AND +invite_type IN (SELECT value FROM json_each(?))`

const statements = perDb((db) => ({
  page: db.prepare<unknown[], InviteRow>(
    `SELECT * FROM (${half('business_id')} UNION ALL ${half('recipient_id')}) AS page ORDER BY page.seq LIMIT ?`,
  ),
  pending: db.prepare<[string, number], InviteRow>(
    `SELECT * FROM business_invites WHERE business_id = ? AND invite_status = 'PENDING' AND invite_expiration > ?`,
  ),
}))

/** Returns one page of the invites and requests that a business sent or received, in the order of their ids. */
export function listInvites(
  db: Database,
  { business_id, invite_types, invite_status }: InviteFilter,
  now: number,
  { after = 0, limit }: PageRange,
): readonly InviteRow[] {
  const values = [business_id, after, now, JSON.stringify(invite_status), JSON.stringify(invite_types)]
  return statements(db).page.all(...values, ...values, limit)
}

/** Returns the invites and requests of a business that are pending. */
export const pendingInvites = (db: Database, businessId: string, now: number): readonly InviteRow[] =>
  statements(db).pending.all(businessId, now)
