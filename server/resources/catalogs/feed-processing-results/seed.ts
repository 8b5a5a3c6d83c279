import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { changedOutcome, emptyOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { processingChange } from './admin.ts'
import { insertProcessing, processingResultTable } from './repository.ts'

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
    const row = insertProcessing(world.db, idNamed('feeds', feed), { created: now, started: now })
    const outcome = changedOutcome(emptyOutcome, parts)
    processingResultTable.update(world.db, { ...row, held: status, outcome: JSON.stringify(outcome) })
    return { id: row.id }
  },
})
