import { listSettings } from '#db/settings.ts'
import type { Faults } from '../domain/faults/faults.ts'
import type { Stubs } from '../domain/stubs/stubs.ts'
import type { ClockState } from '../domain/time/clock.ts'
import type { Journal } from '../journal/journal.ts'
import type { World } from './world.ts'

/** What a reset can leave as it was. */
export const keptPartNames = ['clock', 'faults', 'journal', 'settings', 'stubs'] as const
/** What a reset can be limited to. */
export const partNames = ['data', ...keptPartNames] as const
/** One of `partNames`. */
export type WorldPart = (typeof partNames)[number]

/** One of `keptPartNames`. */
export type KeptPart = (typeof keptPartNames)[number]

/** The parts of a world that outlive its reset. */
export interface KeptParts {
  /** Parts that are in memory alone. */
  readonly inMemory: { readonly journal?: Journal; readonly faults?: Faults; readonly stubs?: Stubs }
  /** The clock's state, which is stored again. */
  readonly clock?: ClockState
  /** The settings, which are stored again: JSON texts by name. */
  readonly settings?: ReadonlyMap<string, string>
}

/** Returns the parts of a world that its reset keeps. */
export const keptParts = (world: World, keep: readonly KeptPart[]): KeptParts => ({
  inMemory: {
    ...(keep.includes('journal') && { journal: world.journal }),
    ...(keep.includes('faults') && { faults: world.faults }),
    ...(keep.includes('stubs') && { stubs: world.stubs }),
  },
  ...(keep.includes('clock') && { clock: world.clock.state }),
  ...(keep.includes('settings') && { settings: listSettings(world.readable) }),
})

/** Stores clock and settings again in the world that a reset has put in place of the other, and returns it. */
export function restoreParts(world: World, { clock, settings }: Partial<KeptParts> = {}): World {
  if (clock !== undefined) world.changeClock((own) => own.restore(clock))
  if (settings !== undefined) world.settings.replace(settings)
  return world
}
