import { Clock } from '../domain/time/clock.ts'
import type { JournalStore } from '../journal/journal-store.ts'
import type { WorldRegistryOptions } from './options.ts'
import { World, type WorldOptions } from './world.ts'

/** The data of a world, created or not, and what it takes over from the one before it. */
export type WorldData = Pick<WorldOptions, 'database' | 'placeholder' | 'write' | 'journal' | 'faults' | 'stubs'>

/** Constructs a world with the server's settings, a clock and a journal of its own. */
export const newWorld = (
  options: WorldRegistryOptions,
  journals: JournalStore,
  name: string,
  data: WorldData,
): World => {
  const { rules, features, limits, clock = () => new Clock() } = options
  return new World({
    journal: data.journal ?? journals.open(name),
    ...data,
    name,
    clock: clock(),
    ...(rules && { rules }),
    ...(features && { features }),
    ...(limits && { limits }),
  })
}
