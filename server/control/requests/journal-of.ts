import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { World } from '#server/worlds/world.ts'

/** Returns the world's journal; throws where the journal is off. */
export function journalOf({ journal }: World): World['journal'] {
  if (!journal.isOn) throw new ApiError('control.journal', { detail: 'start the server with --journal 1000' })
  return journal
}
