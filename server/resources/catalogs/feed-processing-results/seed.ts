import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { changedOutcome, emptyOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { feedTable } from '../feeds/repository.ts'
import { processingChange } from './admin.ts'
import { insertProcessing, processingResultTable } from './repository.ts'
import { beginDue } from './schedule.ts'

/** What a processing of a feed came to in the past: the fields that direct edits change. */
const Past = z.strictObject(processingChange)

/** The seed section of processing results: those of the past, which no content leads to. */
export const processingResultSeed = seedSection({
  name: 'feed_processing_results',
  creation: Past,
  shape: { feed: aliasOf('feeds') },
  create({ world, idNamed, parsed }, { feed, ...item }) {
    const { status = 'COMPLETED', ...parts } = parsed(Past, item)
    const now = world.clock.seconds()
    const feedId = idNamed('feeds', feed)
    const ownerId = feedTable.findAnywhere(world.db, feedId)?.owner_id
    // Lists have the newest first, by their ids: those that were due before it come before it.
    if (ownerId !== undefined) beginDue(world, ownerId, now)
    const row = insertProcessing(world.db, feedId, { created: now, started: now })
    const outcome = changedOutcome(emptyOutcome, parts)
    processingResultTable.update(world.db, { ...row, held: status, outcome: JSON.stringify(outcome) })
    return { id: row.id }
  },
})
