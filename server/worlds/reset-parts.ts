import type { Database } from '#db/database.ts'
import { listSettings, readSetting } from '#db/settings.ts'
import type { ClockState } from '../domain/time/clock.ts'
import type { WorldPart } from './kept-parts.ts'
import { addStandingFaults } from './new-world.ts'
import type { WorldRegistryOptions } from './options.ts'
import type { World } from './world.ts'

/**
 * Resets parts of a world other than its data, and leaves all others: its clock and settings to those of an origin, its
 * faults to those of the server; its stubs and journal are emptied. What is stored comes first, so that a failure leaves
 * the rest unchanged.
 */
export function resetParts(
  world: World,
  parts: readonly WorldPart[],
  origin: Database,
  options: WorldRegistryOptions,
): void {
  if (parts.includes('clock')) world.changeClock((clock) => clock.restore(clockOf(origin, options)))
  if (parts.includes('settings')) world.settings.replace(listSettings(origin))
  if (parts.includes('faults')) {
    for (const { id } of world.faults.list()) world.faults.remove(id)
    addStandingFaults(world, options)
  }
  if (parts.includes('stubs')) world.stubs.clear()
  if (parts.includes('journal')) world.journal.clear()
}

/** Returns the state of the clock that a world made of an origin begins with. */
const clockOf = (origin: Database, { clock }: WorldRegistryOptions): ClockState =>
  readSetting<ClockState>(origin, 'clock') ?? clock?.().state ?? { ahead: 0 }
