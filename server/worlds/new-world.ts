import { Clock } from '../domain/time/clock.ts'
import type { JournalStore } from '../journal/journal.ts'
import type { WorldRegistryOptions } from './options.ts'
import { World, type WorldOptions } from './world.ts'

/** Where the data of a new world are, made or not. */
export type WorldData = Pick<WorldOptions, 'database' | 'unmade' | 'write'>

/** A world as the registry makes it: by what the server was told, with a clock and a journal of its own. */
export const newWorld = (
  options: WorldRegistryOptions,
  journals: JournalStore,
  name: string,
  data: WorldData,
): World => {
  const { rules, features, limits, clock = () => new Clock() } = options
  return new World({
    ...data,
    name,
    clock: clock(),
    journal: journals.open(name),
    ...(rules && { rules }),
    ...(features && { features }),
    ...(limits && { limits }),
  })
}
