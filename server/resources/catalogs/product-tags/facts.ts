import type { Database } from '#db/database.ts'
import { sequenceIn } from '#server/domain/ids.ts'
import { listUserWebsites } from '#server/resources/accounts/user-websites/repository.ts'
import { websiteStatus } from '#server/resources/accounts/user-websites/service.ts'
import { domainOf } from '#server/resources/content/pins/entity.ts'
import { pinTable } from '#server/resources/content/pins/repository.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { productPinIdRange } from '../items/resource.ts'
import { type TaggableItem, taggableItem } from './repository.ts'
import type { TagFacts } from './rules.ts'

/** Returns the item behind a product Pin; undefined for any other id. */
export function itemOfPin(db: Database, pinId: string): TaggableItem | undefined {
  const sequence = sequenceIn(productPinIdRange, pinId)
  return sequence === undefined ? undefined : taggableItem(db, sequence)
}

/** Returns what the rules evaluate of a product that a user's Pin is to be tagged with. */
export function factsOf(world: World, ownerId: string, pinId: string): TagFacts {
  const item = itemOfPin(world.db, pinId)
  if (item !== undefined) {
    const isVerified = isOnVerifiedWebsite(world, ownerId, item.link)
    return { pinId, isKnown: true, isPrivate: false, isOfOther: item.owner_id !== ownerId, isProduct: true, isVerified }
  }
  const pin = pinTable.find(world.db, pinId)
  const isOfOther = pin !== undefined && pin.owner_id !== ownerId
  const isKnown = pin !== undefined && !(isOfOther && pin.privacy === 'SECRET')
  return {
    pinId,
    isKnown,
    isPrivate: isKnown && pin.privacy === 'SECRET',
    isOfOther,
    isProduct: false,
    isVerified: false,
  }
}

const mostWebsites = 1000

function isOnVerifiedWebsite(world: World, ownerId: string, link: string | null): boolean {
  const host = domainOf(link)
  if (host === null) return false
  const progress = progressOf(world, 'user_websites')
  return listUserWebsites(world.db, ownerId, { limit: mostWebsites })
    .filter((row) => websiteStatus(row, progress) === 'verified')
    .map(({ website }) => (website.split(/[/:]/, 1)[0] ?? '').replace(/^www\./, ''))
    .some((verified) => host === verified || host.endsWith(`.${verified}`))
}
