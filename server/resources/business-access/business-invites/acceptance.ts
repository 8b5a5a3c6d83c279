import type { World } from '#server/worlds/world.ts'
import { addMember } from '../business-members/service.ts'
import { addPartner } from '../business-partners/service.ts'
import { grantAccess } from '../businesses/access.ts'
import { findAsset } from '../businesses/assets.ts'
import type { Grantee } from '../businesses/grants.ts'
import type { InviteRow } from './repository.ts'

/** An invite that a user or business of this world accepts. */
type Accepted = InviteRow & { readonly recipient_id: string }

/**
 * Makes the relationship that an invite or request is about, and grants what it has.
 *
 * @param changed Permissions by asset that the owner of the assets grants in place of the requested ones.
 */
export function accept(world: World, invite: Accepted, changed?: Readonly<Record<string, readonly string[]>>): void {
  const { business_id: sender, recipient_id: recipient, invite_type, business_role, created_by_id } = invite
  const stored: Readonly<Record<string, readonly string[]>> = JSON.parse(invite.assets)
  if (business_role !== 'PARTNER') {
    addMember(world, { business_id: sender, user_id: recipient, business_role, created_by_id })
    grantAll(world, { owner: sender, user: recipient, grantee: 'MEMBER' }, stored)
    return
  }
  const [owner, user] = invite_type === 'PARTNER_INVITE' ? [sender, recipient] : [recipient, sender]
  addPartner(world, { business_id: owner, partner_id: user, created_by_id, created_by_business_id: sender })
  grantAll(world, { owner, user, grantee: 'PARTNER' }, invite_type === 'PARTNER_REQUEST' ? (changed ?? stored) : stored)
}

interface Parties {
  readonly owner: string
  readonly user: string
  readonly grantee: Grantee
}

/** Grants permissions on the assets that still belong to their owner. */
function grantAll(
  world: World,
  { owner, user, grantee }: Parties,
  assets: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [id, permissions] of Object.entries(assets)) {
    const asset = findAsset(world.db, id)
    if (asset?.owner === owner) grantAccess(world, asset, { business_id: owner, user_id: user, grantee }, permissions)
  }
}
