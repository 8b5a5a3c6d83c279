import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { inviteLifetime } from './creation.ts'
import { type InviteRow, inviteStatuses, inviteTable } from './repository.ts'
import { listedInvite } from './serialize.ts'

const Milliseconds = UnixTime.optional().meta({ description: 'Unix time in milliseconds.' })

/** Direct edits of invites: any status, and the times. Acceptance by an edit makes no member or partner. */
export const businessInviteKind = editableEntity({
  name: 'business_invites',
  change: {
    invite_status: z
      .enum(inviteStatuses)
      .optional()
      .meta({ description: 'Status. ACCEPTED makes no member or partner; only a response of the recipient does.' }),
    invite_expiration: Milliseconds,
    sent_at: Milliseconds,
    last_updated_time: Milliseconds,
  },
  edit({ db, clock }: World, row: InviteRow, { invite_status, ...times }) {
    const now = clock.milliseconds()
    const changed = inviteTable.update(db, { ...row, ...defined(times), ...statusColumns(row, invite_status, now) })
    return JSON.stringify(listedInvite(db, changed, now, false))
  },
})

function statusColumns(
  { invite_expiration }: InviteRow,
  status: (typeof inviteStatuses)[number] | undefined,
  now: number,
): Partial<InviteRow> {
  if (status === undefined) return {}
  if (status === 'EXPIRED') return { invite_status: 'PENDING', invite_expiration: Math.min(invite_expiration, now) }
  if (status !== 'PENDING' || invite_expiration > now) return { invite_status: status }
  return { invite_status: status, invite_expiration: now + inviteLifetime }
}

const defined = (times: Readonly<Record<string, number | undefined>>): Partial<InviteRow> =>
  Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined))
