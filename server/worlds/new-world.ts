import { presetFaults } from '../domain/faults/presets.ts'
import { Clock } from '../domain/time/clock.ts'
import type { JournalStore } from '../journal/journal-store.ts'
import type { WorldRegistryOptions } from './options.ts'
import { World, type WorldOptions } from './world.ts'

/** The data of a world, created or not, and what it takes over from the one before it. */
export type WorldData = Pick<WorldOptions, 'database' | 'placeholder' | 'write' | 'journal' | 'faults' | 'stubs'>

/** Constructs a world with the server's settings and failures, a clock and a journal of its own. */
export function newWorld(options: WorldRegistryOptions, journals: JournalStore, name: string, data: WorldData): World {
  const { rules, features, limits, target, clock = () => new Clock() } = options
  const world = new World({
    journal: data.journal ?? journals.open(name),
    ...data,
    name,
    clock: clock(),
    ...(rules && { rules }),
    ...(features && { features }),
    ...(limits && { limits }),
    ...(target && { target }),
  })
  if (data.faults === undefined) addStandingFaults(world, options)
  return world
}

/** Adds the faults of the failures that every world of the server has. They begin now. */
export function addStandingFaults({ faults, clock }: World, { faults: presets = [] }: WorldRegistryOptions): void {
  for (const preset of presets) {
    for (const [id, rule] of presetFaults(preset)) faults.add(rule, clock.seconds(), id)
  }
}
