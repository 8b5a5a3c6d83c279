import { defaultWorld } from '#server/domain/world-name.ts'
import type { Journal } from '#server/journal/journal.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'

/**
 * Returns the journals of worlds that do not exist. Only the server's root shows them: a misspelt world is sought
 * there.
 */
export const missingWorldJournals = (worlds: ControlOptions['worlds'], { name, journal }: World): readonly Journal[] =>
  name === defaultWorld ? worlds.inMemory.uncreatedJournals().filter((missing) => missing !== journal) : []
