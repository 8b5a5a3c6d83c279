import type { Database } from '#db/database.ts'
import { accountPermissions } from '#server/domain/access/business-roles.ts'
import type { Role } from '#server/domain/access/roles.ts'
import { idOf } from '#server/domain/ids.ts'
import { storeGrantedRoles } from '#server/resources/accounts/ad-accounts/granted-roles.ts'
import { adAccountTable } from '#server/resources/accounts/ad-accounts/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { type Asset, adAccountsOf, findAsset } from './assets.ts'
import {
  findGrant,
  type GrantKey,
  type GrantRow,
  grantsOn,
  grantsOnAccount,
  grantTable,
  usersThroughBusinesses,
} from './grants.ts'
import { accessIdRange } from './resource.ts'

/** Stores what a business lets a user do with an asset, in place of what it did before. */
export function grantAccess(
  { db, clock }: World,
  { id: asset, type: asset_type }: Asset,
  to: Omit<GrantKey, 'asset'>,
  permissions: readonly string[],
): GrantRow {
  const before = findGrant(db, { ...to, asset })
  const text = JSON.stringify([...new Set(permissions)])
  const row =
    before === undefined
      ? grantTable.insert(db, newGrant(db, { ...to, asset, asset_type, permissions: text }, clock.milliseconds()))
      : grantTable.update(db, { ...before, permissions: text })
  refreshRoles(db, adAccountsOf(db, { id: asset, type: asset_type }))
  return row
}

function newGrant(db: Database, grant: Omit<GrantRow, 'seq' | 'id' | 'created_time'>, created_time: number): GrantRow {
  const seq = grantTable.nextSequence(db)
  return { seq, id: idOf(accessIdRange, seq), ...grant, created_time }
}

/** Ends access to assets; what a partner let its own members do with them ends with it. */
export function endAccess({ db }: World, grants: readonly GrantRow[]): void {
  for (const grant of grants) {
    const asset: Asset = { id: grant.asset, type: grant.asset_type, owner: grant.business_id }
    grantTable.remove(db, grant.id)
    if (grant.grantee === 'PARTNER') {
      for (const passedOn of grantsOn(db, asset.id)) {
        if (passedOn.business_id === grant.user_id) grantTable.remove(db, passedOn.id)
      }
    }
    refreshRoles(db, adAccountsOf(db, asset))
  }
}

/** Computes anew which roles businesses give users in these ad accounts, and stores them. */
export function refreshRoles(db: Database, accountIds: Iterable<string>): void {
  for (const accountId of accountIds) {
    const owner = adAccountTable.find(db, accountId)?.owner_id ?? ''
    for (const userId of usersThroughBusinesses(db, accountId)) {
      storeGrantedRoles(db, accountId, userId, rolesThrough(db, userId, accountId, owner))
    }
  }
}

/** Returns the roles that a user has in an ad account through its owner, or through partners of the owner. */
function rolesThrough(db: Database, userId: string, accountId: string, owner: string): readonly Role[] {
  const roles = grantsOnAccount(db, userId, accountId).flatMap((grant) => {
    const granted: readonly Role[] = accountPermissions(JSON.parse(grant.permissions))
    if (grant.business_id === owner) return granted
    return within(granted, grant.grantee === 'MEMBER' ? partnerRoles(db, grant.business_id, accountId, owner) : [])
  })
  return [...new Set(roles)]
}

/** Returns the roles that a business has in an ad account as a partner of its owner. */
const partnerRoles = (db: Database, businessId: string, accountId: string, owner: string): readonly Role[] =>
  grantsOnAccount(db, businessId, accountId)
    .filter(({ grantee, business_id }) => grantee === 'PARTNER' && business_id === owner)
    .flatMap(({ permissions }) => accountPermissions(JSON.parse(permissions)))

const within = (granted: readonly Role[], own: readonly Role[]): readonly Role[] =>
  own.includes('ADMIN') ? granted : granted.filter((role) => own.includes(role))

/** Returns what a business may do with an asset: OWNER of its own, else what its partner granted; empty without access. */
export function permissionsOn(db: Database, businessId: string, assetId: string): readonly string[] {
  const asset = findAsset(db, assetId)
  if (asset === undefined) return []
  if (asset.owner === businessId) return ['OWNER']
  const key = { business_id: asset.owner, user_id: businessId, grantee: 'PARTNER', asset: assetId } as const
  const direct: readonly string[] = JSON.parse(findGrant(db, key)?.permissions ?? '[]')
  return asset.type === 'AD_ACCOUNT'
    ? [...new Set([...direct, ...partnerRoles(db, businessId, assetId, asset.owner)])]
    : direct
}
