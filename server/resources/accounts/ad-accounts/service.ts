import type { Role } from '#server/domain/access/roles.ts'
import type { Caller } from '#server/domain/access/tokens.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { type Features, featuresOf } from '#server/domain/ads/features.ts'
import type { ScheduledChanges } from '#server/domain/ads/scheduled-change.ts'
import type { Viewpoint } from '#server/domain/ads/status.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { activeChanges } from '../scheduled-changes/repository.ts'
import { userTable } from '../users/repository.ts'
import { profiled, userOf } from '../users/service.ts'
import { grantRoles } from './granted-roles.ts'
import { type AdAccountRow, adAccountTable, countOwned, findPermissions } from './repository.ts'
import { adAccountIdRange } from './resource.ts'
import { adAccountRules } from './rules.ts'
import type { AdAccountCreate, StoredAdAccount } from './schema.ts'
import { timeZoneOf } from './time-zones.ts'

/** Returns the row of the account with this id; throws 403 where the world has none. */
export function adAccountRow({ readable, name }: World, id: string): AdAccountRow {
  const row = adAccountTable.find(readable, id)
  if (row !== undefined) return row
  throw new ApiError('ad_account.access', { explanation: `The world '${name}' has no ad account ${id}.` })
}

/** Returns the account with this id, which the path of a request names; throws 403 where the world has none. */
export function requireAdAccount(world: World, id: string): AdAccountContext {
  const row = adAccountRow(world, id)
  const stored = row.features === null ? null : (JSON.parse(row.features) as Partial<Features>)
  return { id, features: featuresOf(id, stored, world.features) }
}

/** Returns the time zone of the account: its own, or that of its country. */
export function zoneOfAdAccount(world: World, id: string): string {
  const { time_zone, country }: StoredAdAccount = JSON.parse(adAccountRow(world, id).json)
  return time_zone ?? timeZoneOf(country)
}

/** Returns the business name of the ad account's owner; null where the owner has none. */
export function companyOf({ db }: World, id: string): string | null {
  const owner = userTable.find(db, adAccountTable.find(db, id)?.owner_id ?? '')
  return owner === undefined ? null : profiled(owner).business_name
}

/** A request that may act for an ad account. */
export interface ActorRequest {
  readonly world: World
  readonly caller: Caller
  readonly query: { readonly ad_account_id?: string | undefined }
}

/**
 * Returns the id of the user whose boards and Pins a request concerns: the owner of the ad account that it acts for, or
 * else the caller. Throws 403 where the world does not have the ad account.
 */
export function actorOf({ world, caller, query }: ActorRequest): string {
  if (query.ad_account_id === undefined) return caller.userId
  return adAccountRow(world, query.ad_account_id).owner_id
}

/**
 * Returns the roles of a user in an ad account: an empty list where the user has none, undefined where the account does
 * not exist.
 */
export function permissionsOf({ readable }: World, userId: string, id: string): readonly Role[] | undefined {
  const found = findPermissions(readable, userId, id)
  if (found !== undefined) return JSON.parse(found)
  return adAccountTable.find(readable, id) === undefined ? undefined : []
}

/**
 * Returns the viewpoint that responses with the account's entities depend on: the time, whether billing is disabled, and
 * what schedules change.
 */
export function viewpointOf(world: World, { id, features }: AdAccountContext): Viewpoint {
  const now = world.clock.seconds()
  let changes: { readonly active: ScheduledChanges | undefined } | undefined
  const scheduled = () => {
    changes ??= { active: activeChanges(world.db, id, now) }
    return changes.active
  }
  return { now, billingDisabled: features.billing_disabled, scheduled }
}

/**
 * Creates an ad account. A creator who is not the owner becomes an admin. Throws when the owner has too many accounts.
 */
export function createAdAccount(
  world: World,
  item: AdAccountCreate,
  creatorId: string = defaultUser.id,
): StoredAdAccount {
  const { db, clock, rules } = world
  const owner = userOf(world, item.owner_user_id ?? creatorId)
  rules.assert(adAccountRules, { ownerId: owner.id, owned: countOwned(db, owner.id) })
  const seq = adAccountTable.nextSequence(db)
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
  adAccountTable.insertEntity(db, account, { seq, owner_id: owner.id, features: null })
  grantRoles(db, account.id, owner.id, ['OWNER'])
  if (creatorId !== owner.id) grantRoles(db, account.id, creatorId, ['ADMIN'])
  return account
}
