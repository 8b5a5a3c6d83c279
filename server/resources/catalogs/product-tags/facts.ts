import { listUserWebsites } from '#server/resources/accounts/user-websites/repository.ts'
import { websiteStatus } from '#server/resources/accounts/user-websites/service.ts'
import { findPin } from '#server/resources/content/pins/find-pin.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { TagFacts } from './rules.ts'

/** Returns what the rules evaluate of a product that a user's Pin is to be tagged with. */
export function factsOf(world: World, ownerId: string, pinId: string): TagFacts {
  const pin = findPin(world.db, pinId)
  const isOfOther = pin !== undefined && pin.owner_id !== ownerId
  const isKnown = pin !== undefined && !(isOfOther && pin.privacy === 'SECRET')
  const isProduct = isKnown && pin.isProduct === true
  return {
    pinId,
    isKnown,
    isPrivate: isKnown && pin.privacy === 'SECRET',
    isOfOther,
    isProduct,
    isVerified: isProduct && isOnVerifiedWebsite(world, ownerId, pin.domain),
  }
}

const mostWebsites = 1000

function isOnVerifiedWebsite(world: World, ownerId: string, host: string | null): boolean {
  if (host === null) return false
  const progress = progressOf(world, 'user_websites')
  return listUserWebsites(world.db, ownerId, { limit: mostWebsites })
    .filter((row) => websiteStatus(row, progress) === 'verified')
    .map(({ website }) => (website.split(/[/:]/, 1)[0] ?? '').replace(/^www\./, ''))
    .some((verified) => host === verified || host.endsWith(`.${verified}`))
}
