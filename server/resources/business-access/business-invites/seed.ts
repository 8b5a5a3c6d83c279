import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { assetPermissions } from '#server/domain/access/business-roles.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { createInvite } from './creation.ts'
import { inviteTypes } from './repository.ts'
import { assignAssets } from './service.ts'

const Creation = z.object({
  invite_type: z.enum(inviteTypes),
  business_role: z.enum(['EMPLOYEE', 'BIZ_ADMIN', 'PARTNER']),
})

/** The seed section of invites: to a user or an email address, with permissions on ad accounts. */
export const businessInviteSeed = seedSection({
  name: 'business_invites',
  creation: Creation,
  shape: {
    business: aliasOf('users'),
    recipient: aliasOf('users').optional(),
    email: LongText.optional(),
    ad_accounts: z.record(aliasOf('ad_accounts'), z.array(z.enum(assetPermissions)).min(1)).optional(),
  },
  create({ world, idNamed, parsed, stored, refuse }, { business, recipient, email, ad_accounts = {}, ...item }) {
    const invite = parsed(Creation, item)
    const business_id = idNamed('users', business)
    if ((recipient === undefined) === (email === undefined)) refuse('needs recipient or email, and takes one of them')
    const id = recipient === undefined ? undefined : idNamed('users', recipient)
    const isMember = invite.invite_type === 'MEMBER_INVITE'
    const target = isMember && id !== undefined ? userTable.find(world.db, id)?.username : id
    const sender = { business_id, created_by_id: business_id }
    const row = stored(createInvite(world, sender, invite, target ?? email ?? ''))
    const assets = Object.entries(ad_accounts).map(([alias, granted]) => [idNamed('ad_accounts', alias), granted])
    if (assets.length > 0) {
      const asset_id_to_permissions = Object.fromEntries(assets)
      const { invite_type } = invite
      stored(assignAssets(world, business_id, { invite_id: row.id, invite_type, asset_id_to_permissions }))
    }
    return { id: row.id }
  },
})
