import type { Database } from '#db/database.ts'
import { permissionsFor } from '#server/domain/access/business-roles.ts'
import type { World } from '#server/worlds/world.ts'
import { endAccess, grantAccess, permissionsOn } from '../businesses/access.ts'
import { type Asset, findAsset } from '../businesses/assets.ts'
import { findGrant, type GrantKey, type GrantRow } from '../businesses/grants.ts'
import { findMember } from '../businesses/members.ts'
import { findPartner } from '../businesses/partners.ts'
import { type GrantFacts, grantRules } from './rules.ts'

/** Access to one asset that is to be granted. */
export interface NewGrant extends GrantKey {
  readonly permissions: readonly string[]
}

/** Tells whether a business can pass an asset on: its own to anybody, one of a partner to its members. */
export const canPassOn = (asset: Asset, { business_id, grantee }: Pick<GrantKey, 'business_id' | 'grantee'>): boolean =>
  asset.owner === business_id || grantee === 'MEMBER'

/** Returns the permissions that an asset of this type does not have. */
export function inapplicableTo({ type }: Pick<Asset, 'type'>, permissions: readonly string[]): readonly string[] {
  const applicable: readonly string[] = permissionsFor(type)
  return permissions.filter((one) => !applicable.includes(one))
}

/** Gives access to assets; throws when a rule refuses one of them, and nothing is stored then. */
export function giveAccess(world: World, operation: string, grants: readonly NewGrant[]): readonly GrantRow[] {
  for (const grant of grants) world.rules.assert(grantRules, giftFacts(world.db, operation, grant))
  return grants.flatMap((grant) => {
    const asset = findAsset(world.db, grant.asset)
    return asset === undefined ? [] : grantAccess(world, asset, grant, grant.permissions)
  })
}

/** Ends access to assets; throws when there is none to one of them, and nothing ends then. */
export function takeAccess(world: World, operation: string, keys: readonly GrantKey[]): readonly GrantRow[] {
  const { db, rules } = world
  for (const key of keys) {
    const facts = {
      operation,
      asset: key.asset,
      grantee: key.grantee,
      isAccessible: true,
      inapplicable: [],
      beyond: [],
    }
    const isGranted = findGrant(db, key) !== undefined
    rules.assert(grantRules, { ...facts, isRelated: isRelated(db, key), isGranted })
  }
  const grants = keys.flatMap((key) => findGrant(db, key) ?? [])
  endAccess(world, [...new Map(grants.map((grant) => [grant.id, grant])).values()])
  return grants
}

function giftFacts(db: Database, operation: string, grant: NewGrant): GrantFacts {
  const { asset: id, business_id, grantee, permissions } = grant
  const asset = findAsset(db, id)
  const own = permissionsOn(db, business_id, id)
  const isLimited = !own.includes('OWNER') && !own.includes('ADMIN')
  return {
    operation,
    asset: id,
    grantee,
    isRelated: isRelated(db, grant),
    isAccessible: asset !== undefined && own.length > 0 && canPassOn(asset, grant),
    isGranted: true,
    inapplicable: asset === undefined ? [] : inapplicableTo(asset, permissions),
    beyond: isLimited ? permissions.filter((one) => !own.includes(one)) : [],
  }
}

const isRelated = (db: Database, { business_id, user_id, grantee }: GrantKey): boolean =>
  (grantee === 'MEMBER' ? findMember : findPartner)(db, business_id, user_id) !== undefined
