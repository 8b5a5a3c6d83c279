import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { journalOf } from './journal-of.ts'
import { missingWorldJournals } from './missing-worlds.ts'

/**
 * Returns the world's request of an id, also from before a reset, and one of the console; at the server's root also one
 * to a world that does not exist.
 */
export function entryOf({ worlds }: Pick<ControlOptions, 'worlds'>, world: World, id: string): JournalEntry {
  const journal = journalOf(world)
  let entry = journal.find(id) ?? worlds.journals.find(id, world.name) ?? journal.ofConsole.find(id)
  for (const missing of missingWorldJournals(worlds, world)) entry ??= missing.find(id)
  if (entry === undefined) throw new ApiError('control.request', { detail: id })
  return entry
}

/** Returns the request of an id in whichever world it was made, for reports on all of them. */
export function entryOfAny(options: Pick<ControlOptions, 'worlds'>, world: World, id: string): JournalEntry {
  journalOf(world)
  return options.worlds.journals.find(id) ?? entryOf(options, world, id)
}
