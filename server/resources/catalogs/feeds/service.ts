import type { Owned } from '#server/collections/owner.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { websitesOf } from '#server/resources/accounts/user-websites/service.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type CatalogRow, catalogTable } from '../catalogs/repository.ts'
import { findOrCreateCatalog } from '../catalogs/service.ts'
import { removeItemsOfFeed } from '../items/sweep.ts'
import { feedCreateRules } from './create-rules.ts'
import { changedFeed, newFeed, nextProcessingOf } from './entity.ts'
import { type FeedRow, feedTable, findFeedByName, hasPromotedProductGroup } from './repository.ts'
import { feedErrors, feedIdRange } from './resource.ts'
import { feedDeleteRules, feedUpdateRules } from './rules.ts'
import type { Feed, FeedCreate, FeedUpdate } from './schema.ts'

/** Creates one feed of a business, and with the first of a type its catalog; throws when a rule refuses it. */
export function createFeed(world: World, owner: Owned, item: FeedCreate): FeedRow {
  const { db, rules, clock } = world
  const named = item.catalog_id == null ? undefined : catalogTable.find(db, owner.id, item.catalog_id)
  const merchant = merchantOf(world, owner.id)
  rules.assert(feedCreateRules, {
    item,
    merchant,
    websites: merchant.needs_website ? websitesOf(world, owner.id) : undefined,
    catalog: item.catalog_id == null ? 'default' : named?.catalog_type,
    duplicate: findFeedByName(db, owner.id, item.name),
  })
  const catalog: CatalogRow = named ?? findOrCreateCatalog(world, owner, item.catalog_type ?? 'RETAIL')
  const seq = feedTable.nextSequence(db)
  const feed = newFeed(item, catalog, { id: idOf(feedIdRange, seq), now: clock.milliseconds() })
  return feedTable.insertEntity(db, feed, {
    seq,
    owner_id: owner.id,
    catalog_id: catalog.id,
    is_active: feed.status === 'ACTIVE' ? 1 : 0,
    // The first processing begins with the creation.
    next_start: clock.seconds(),
    content: null,
    signature: null,
  })
}

/** Changes one feed of a business; throws when a rule refuses it. */
export function changeFeed(world: World, row: FeedRow, item: FeedUpdate): FeedRow {
  const { db, rules, clock } = world
  const before: Feed = JSON.parse(row.json)
  const after = changedFeed(before, item, clock.milliseconds())
  const namesake = after.name === null ? undefined : findFeedByName(db, row.owner_id, after.name)
  rules.assert(feedUpdateRules, {
    item,
    before,
    merchant: merchantOf(world, row.owner_id),
    duplicate: namesake?.id === row.id ? undefined : namesake,
  })
  return storeFeed(world, row, after)
}

/** Stores a feed as it is after a change; its next processing follows its schedule. */
export function storeFeed({ db, clock }: World, row: FeedRow, after: Feed): FeedRow {
  const now = clock.seconds()
  return feedTable.updateEntity(db, after, {
    seq: row.seq,
    owner_id: row.owner_id,
    catalog_id: row.catalog_id,
    is_active: after.status === 'ACTIVE' ? 1 : 0,
    next_start: row.next_start <= now && row.is_active === 1 ? row.next_start : nextProcessingOf(after, now),
    content: row.content,
    signature: row.signature,
  })
}

/** Deletes a feed with its items and results; throws when a rule refuses it. */
export function removeFeed(world: World, row: FeedRow): void {
  const { db, rules } = world
  rules.assert(feedDeleteRules, {
    merchant: merchantOf(world, row.owner_id),
    isPromoted: hasPromotedProductGroup(db, row.id),
  })
  removeItemsOfFeed(world, row.id)
  feedTable.remove(db, row.id)
}

/** Returns the feed of a business; throws 404 where it has none of that id. */
export const requireFeed = ({ readable }: World, ownerId: string, id: string): FeedRow =>
  found(feedTable.find(readable, ownerId, id), feedErrors['feed.path'])
