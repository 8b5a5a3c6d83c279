import { ApiError } from '#server/domain/errors/api-errors.ts'
import { defaultWorld } from '#server/domain/world-name.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import type { Journal } from '#server/journal/journal.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { journalOf } from './journal-of.ts'

/**
 * Returns the world's request of an id, also from before a reset; at the server's root also one to a world that does
 * not exist.
 */
export function entryOf({ worlds }: Pick<ControlOptions, 'worlds'>, world: World, id: string): JournalEntry {
  let entry = journalOf(world).find(id) ?? worlds.journals.find(id, world.name)
  for (const missing of missingWorldJournals(worlds, world)) entry ??= missing.find(id)
  if (entry === undefined) throw new ApiError('control.request', { detail: id })
  return entry
}

/**
 * Returns the journals of worlds that do not exist. Only the server's root shows them: a misspelt world is sought
 * there.
 */
export const missingWorldJournals = (worlds: ControlOptions['worlds'], { name, journal }: World): readonly Journal[] =>
  name === defaultWorld ? worlds.uncreatedJournals().filter((missing) => missing !== journal) : []
