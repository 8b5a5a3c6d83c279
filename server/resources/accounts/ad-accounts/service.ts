import type { Role } from '#server/domain/access/roles.ts'
import type { Caller } from '#server/domain/access/tokens.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { type Features, featuresOf } from '#server/domain/ads/features.ts'
import type { Viewpoint } from '#server/domain/ads/status.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { findUser } from '../users/repository.ts'
import { profiled, userOf } from '../users/service.ts'
import {
  countOwned,
  findAdAccount,
  findPermissions,
  grantRoles,
  insertAdAccount,
  nextAdAccountSequence,
} from './repository.ts'
import { adAccountIdRange } from './resource.ts'
import { adAccountRules } from './rules.ts'
import type { AdAccountCreate, StoredAdAccount } from './schema.ts'
import { timeZoneOf } from './time-zones.ts'

/** The account of that id, which a call's path names; throws 403 where this world has none. */
export function knownAdAccount(world: World, id: string): KnownAdAccount {
  const row = findAdAccount(world.readable, id)
  if (row === undefined) throw new ApiError('ad_account.access')
  const stored = row.features === null ? null : (JSON.parse(row.features) as Partial<Features>)
  return { id, features: featuresOf(id, stored, world.features) }
}

/** The business that an ad account's owner speaks for; null where the owner names none. */
export function companyOf({ db }: World, id: string): string | null {
  const owner = findUser(db, findAdAccount(db, id)?.owner_id ?? '')
  return owner === undefined ? null : profiled(owner).business_name
}

/** A call that may name an ad account to act for. */
export interface ActorRequest {
  readonly world: World
  readonly caller: Caller
  readonly query: { readonly ad_account_id?: string | undefined }
}

/**
 * The id of the user whose boards and Pins a call is about: the caller, or the owner of the ad account that it names to
 * act for. Throws 403 where this world has it not.
 */
export function actorOf({ world, caller, query }: ActorRequest): string {
  if (query.ad_account_id === undefined) return caller.userId
  const row = findAdAccount(world.readable, query.ad_account_id)
  if (row === undefined) throw new ApiError('ad_account.access')
  return row.owner_id
}

/** What a user is to an ad account; nothing is an empty list, and undefined is that there is no such account. */
export function permissionsOf({ readable }: World, userId: string, id: string): readonly Role[] | undefined {
  const found = findPermissions(readable, userId, id)
  if (found !== undefined) return JSON.parse(found)
  return findAdAccount(readable, id) === undefined ? undefined : []
}

/** From where answers about the account's entities are made, now. */
export const viewpointOf = (world: World, { features }: KnownAdAccount): Viewpoint => ({
  now: world.clock.seconds(),
  billingDisabled: features.billing_disabled,
})

/** Creates an ad account, of which its creator is the owner or else an admin; throws when its owner has too many. */
export function createAdAccount(
  world: World,
  item: AdAccountCreate,
  creatorId: string = defaultUser.id,
): StoredAdAccount {
  const { db, clock, rules } = world
  const owner = userOf(world, item.owner_user_id ?? creatorId)
  rules.assert(adAccountRules, { ownerId: owner.id, owned: countOwned(db, owner.id) })
  const seq = nextAdAccountSequence(db)
  const now = clock.seconds()
  const country = item.country ?? 'US'
  const account: StoredAdAccount = {
    id: idOf(adAccountIdRange, seq),
    name: item.name ?? owner.username,
    owner,
    country,
    currency: item.currency ?? 'USD',
    created_time: now,
    updated_time: now,
    time_zone: item.time_zone ?? timeZoneOf(country),
  }
  insertAdAccount(db, { seq, id: account.id, owner_id: owner.id, features: null, json: JSON.stringify(account) })
  grantRoles(db, account.id, owner.id, ['OWNER'])
  if (creatorId !== owner.id) grantRoles(db, account.id, creatorId, ['ADMIN'])
  return account
}
