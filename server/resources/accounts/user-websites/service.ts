import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { NamedApiError } from '#server/domain/errors/entry.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import { transitionedEnd } from '#server/domain/time/transition.ts'
import { type Progress, progressOf, restartReads } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { userTable } from '../users/repository.ts'
import { profiled } from '../users/service.ts'
import { claimsOf, findUserWebsite, type UserWebsiteRow, userWebsiteTable } from './repository.ts'
import { userWebsiteErrors, userWebsiteIdRange } from './resource.ts'
import { userWebsiteRules } from './rules.ts'
import type { UserWebsiteClaim, WebsiteStatus } from './schema.ts'
import { websiteName } from './website-name.ts'

const kind = 'user_websites'

/** The lifecycle of a claim. A new one starts at its end, so that it succeeds at once, unless a transition is active. */
export const websiteLifecycle: Lifecycle<WebsiteStatus> = [
  [0, 'pending'],
  [1, 'verified'],
]

/** Returns the current status of a claim. */
export const websiteStatus = ({ id, held, started }: UserWebsiteRow, progress: Progress): WebsiteStatus =>
  held ?? progress.stateOf(websiteLifecycle, started, id)

/** Returns when a claim that has succeeded did so, in Unix seconds. */
export const verifiedTime = ({ held, started }: UserWebsiteRow, { clock, transitions }: World): number =>
  held === null ? transitionedEnd(websiteLifecycle, started, clock.seconds(), transitions[kind]) : started

/** A claim, and whether it was verified before. */
export interface Claim {
  readonly row: UserWebsiteRow
  readonly isRepeated: boolean
}

/** Claims a website for a user, or begins a claim anew that has not succeeded; throws when a rule refuses it. */
export function claimWebsite(world: World, ownerId: string, { website: sent }: UserWebsiteClaim): Claim {
  requireBusiness(world, ownerId, userWebsiteErrors['user_website.verification'])
  const { db } = world
  const progress = progressOf(world, kind)
  const isVerified = (row: UserWebsiteRow) => websiteStatus(row, progress) === 'verified'
  const name = sent === undefined ? undefined : websiteName(sent)
  const others = name === undefined ? [] : claimsOf(db, name).filter(({ owner_id }) => owner_id !== ownerId)
  world.rules.assert(userWebsiteRules, { sent, name, isTaken: others.some(isVerified) })
  const website = found(name, 'request.schema', { detail: 'website' })
  const existing = findUserWebsite(db, ownerId, website)
  if (existing === undefined) return { row: storeClaim(world, ownerId, website), isRepeated: false }
  if (isVerified(existing)) return { row: existing, isRepeated: true }
  restartReads(world, kind, existing.id)
  return {
    row: userWebsiteTable.update(db, { ...existing, started: startOfClaim(world), held: null }),
    isRepeated: false,
  }
}

/** Stores a new claim; with a status, one that stays in it. */
export function storeClaim(
  world: World,
  owner_id: string,
  website: string,
  held: WebsiteStatus | null = null,
): UserWebsiteRow {
  const seq = userWebsiteTable.nextSequence(world.db)
  const id = idOf(userWebsiteIdRange, seq)
  return userWebsiteTable.insert(world.db, { seq, id, owner_id, website, started: startedOf(world, held), held })
}

const startedOf = (world: World, held: WebsiteStatus | null): number =>
  held === null ? startOfClaim(world) : world.clock.seconds()

/** Stores a claim with a status in place of the user's earlier one of the same website. */
export function replaceClaim(
  world: World,
  ownerId: string,
  website: string,
  held: WebsiteStatus | null,
): UserWebsiteRow {
  const existing = findUserWebsite(world.db, ownerId, website)
  if (existing === undefined) return storeClaim(world, ownerId, website, held)
  return userWebsiteTable.update(world.db, { ...existing, started: startedOf(world, held), held })
}

/** Removes a website from a user's list; throws when the user has not claimed it. */
export function releaseWebsite({ db }: World, ownerId: string, sent: string): void {
  const row = findUserWebsite(db, ownerId, websiteName(sent) ?? sent)
  userWebsiteTable.remove(db, found(row, userWebsiteErrors['user_website.path']).id)
}

/** Throws the error where the user has a personal account. */
export function requireBusiness({ db }: World, userId: string, error: NamedApiError): void {
  const user = userTable.find(db, userId)
  if (user !== undefined && profiled(user).account_type === 'PINNER') throw new ApiError(error)
}

function startOfClaim({ clock, transitions }: World): number {
  return transitions[kind] === undefined ? clock.seconds() - 1 : clock.seconds()
}
