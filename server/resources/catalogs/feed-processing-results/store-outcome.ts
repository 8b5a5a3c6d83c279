import type { FeedOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { transitionedEnd } from '#server/domain/time/transition.ts'
import type { World } from '#server/worlds/world.ts'
import { type ProcessingResultRow, processingResultTable } from './repository.ts'
import { processingKind, processingLifecycle } from './state.ts'

/** Returns a processing as it is now; undefined where it is gone, or was read or fixed by a direct edit meanwhile. */
export function openProcessing({ readable }: World, id: string): ProcessingResultRow | undefined {
  const row = processingResultTable.findAnywhere(readable, id)
  return row?.held === null && row.outcome === null ? row : undefined
}

/**
 * Stores what an open processing came to, with the time of its end: it stays over when the clock is set back.
 *
 * @param ingestedAt When its items were stored, in milliseconds since 1970.
 */
export function storeOutcome(world: World, row: ProcessingResultRow, found: FeedOutcome, ingestedAt = 0): void {
  const { clock, transitions, db } = world
  const end = transitionedEnd(processingLifecycle, row.started, clock.seconds(), transitions[processingKind])
  const outcome: FeedOutcome = { ...found, ended: Math.max(row.created, end) }
  processingResultTable.update(db, { ...row, outcome: JSON.stringify(outcome), ingested_at: ingestedAt })
}
