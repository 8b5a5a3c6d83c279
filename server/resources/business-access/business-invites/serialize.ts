import type { Database } from '#db/database.ts'
import { summaryOf, summaryOfAssets } from '../businesses/summaries.ts'
import type { InviteRow, InviteStatus } from './repository.ts'

/** Returns the status of an invite at a time in Unix milliseconds. */
export const statusAt = ({ invite_status, invite_expiration }: InviteRow, now: number): InviteStatus =>
  invite_status === 'PENDING' && invite_expiration <= now ? 'EXPIRED' : invite_status

/** Returns the user or business that an invite was sent to. */
export const recipientSummary = (db: Database, { recipient_id, email }: InviteRow) =>
  recipient_id === null ? { email, id: null, username: null } : summaryOf(db, recipient_id)

/** Returns what all responses have of an invite. */
export const inviteOf = (db: Database, row: InviteRow, now: number, isReceived: boolean) => ({
  id: row.id,
  invite_data: {
    invite_expiration: row.invite_expiration,
    invite_status: statusAt(row, now),
    invite_type: row.invite_type,
    last_updated_time: row.last_updated_time,
    sent_at: row.sent_at,
  },
  is_received_invite: isReceived,
  user: recipientSummary(db, row),
})

/** Returns an invite as lists have it. */
export const listedInvite = (db: Database, row: InviteRow, now: number, isReceived: boolean) => ({
  ...inviteOf(db, row, now, isReceived),
  assets_summary: summaryOfAssets(db, JSON.parse(row.assets)),
  business_roles: [row.business_role],
  created_by_business: summaryOf(db, row.business_id),
  created_by_user: summaryOf(db, row.created_by_id),
  created_time: row.sent_at,
})
