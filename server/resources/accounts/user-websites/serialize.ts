import { dateTimeOf } from '#server/domain/time/clock.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { UserWebsiteRow } from './repository.ts'
import type { UserWebsite } from './schema.ts'
import { type Claim, verifiedTime, websiteStatus } from './service.ts'

/** Returns a website as JSON text, with its current status as lists have it. */
export function userWebsiteText(world: World, progress: Progress, row: UserWebsiteRow): string {
  const status = websiteStatus(row, progress)
  return textOf(world, row, status, status === 'verified')
}

/** Returns the response to a claim as JSON text: it calls a verified website a success. */
export function claimText(world: World, progress: Progress, { row, isRepeated }: Claim): string {
  const status = websiteStatus(row, progress)
  if (status !== 'verified') return textOf(world, row, status, false)
  return textOf(world, row, isRepeated ? 'already_verified_by_user' : 'success', true)
}

function textOf(world: World, row: UserWebsiteRow, status: string, isVerified: boolean): string {
  const website: UserWebsite = {
    website: row.website,
    status,
    // Microseconds, as in the documented example; this clock counts seconds.
    ...(isVerified && { verified_at: `${dateTimeOf(verifiedTime(row, world) * 1000)}.000000` }),
  }
  return JSON.stringify(website)
}
