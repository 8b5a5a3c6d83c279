import { z } from 'zod'
import type { CallMatch } from '#server/domain/matching/call-match.ts'
import type { World } from '#server/worlds/world.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'
import { addFaults, maxFaults } from '../faults/add-faults.ts'
import { expandPresets } from '../faults/presets.ts'
import { FaultCreate, PresetCreate } from '../faults/schema.ts'
import { checkMatches } from '../matching/match-check.ts'
import { Moment } from '../protocol/time-fields.ts'
import { addStubs, maxStubs } from '../stubs/add-stubs.ts'
import { StubCreate } from '../stubs/schema.ts'
import { applySeedCall, Ids, readSeedCall, Seed } from './seed-call.ts'
import { applySettings, SettingsChange } from './settings.ts'

/** The contents of a new world beside its origin, as fields of the call that makes it. */
export const contentFields = {
  clock: Moment.optional().meta({
    description: 'The moment at which its clock stands.',
    example: '2026-06-01T12:00:00Z',
  }),
  settings: SettingsChange.optional(),
  seed: Seed.optional().meta({ description: 'Entities beside those of its origin.' }),
  faults: z
    .array(z.union([FaultCreate, PresetCreate]))
    .max(maxFaults)
    .optional(),
  stubs: z.array(StubCreate).max(maxStubs).optional(),
}

const Contents = z.strictObject(contentFields)
type Contents = z.output<typeof Contents>

/** What became of them, as fields of the answer. */
export const contentReplyFields = {
  ids: Ids.optional().meta({ description: 'Ids of seeded entities by kind and alias, when a seed was sent.' }),
  faults: z.array(z.string()).optional().meta({ description: 'The ids of the faults that were sent.' }),
  stubs: z.array(z.string()).optional().meta({ description: 'The ids of the stubs that were sent.' }),
}

const ContentReply = z.object(contentReplyFields)

/** Fills a new world, and returns what became of it and warnings. */
type Fill = (world: World) => { readonly reply: z.input<typeof ContentReply>; readonly warnings: readonly string[] }

/**
 * Reads the contents of a new world, and returns the function that fills it: first the clock, then settings, entities by
 * both, stubs and faults. Whatever it throws, the world is to be deleted.
 *
 * @param bytes The length of the call.
 * @throws ApiError for a seed that is invalid or too large.
 */
export function fillerOf(
  worlds: WorldRegistry,
  { clock, settings, seed, faults, stubs }: Contents,
  bytes: number,
): Fill {
  const reading = seed === undefined ? undefined : readSeedCall(seed)
  return (world) => {
    if (clock !== undefined) world.changeClock((own) => own.freeze(clock))
    const warnings = settings === undefined ? [] : applySettings(world, settings)
    const ids = reading && applySeedCall(world, reading, bytes)
    // Stubs before faults, which may strike what they answer.
    const addedStubs = stubs && addStubs(world, worlds, stubs)
    const addedFaults = faults && addFaults(world, worlds, expandPresets(world, faults))
    const reply = {
      ...(ids && { ids: ids as z.input<typeof Ids> }),
      ...(addedFaults && { faults: addedFaults.map(({ id }) => id) }),
      ...(addedStubs && { stubs: addedStubs.map(({ id }) => id) }),
    }
    return { reply, warnings }
  }
}

/**
 * Checks the matches of a new world's faults and stubs against the schemas of operations, which are loaded for it, and
 * returns warnings.
 *
 * @throws ApiError for one that can never be met.
 */
export async function checkContents(world: World): Promise<readonly string[]> {
  const matchesOf = (all: readonly { readonly rule: { readonly match: CallMatch } }[]): readonly CallMatch[] =>
    all.map(({ rule }) => rule.match)
  const [faults, stubs] = [matchesOf(world.faults.list()), matchesOf(world.stubs.list().toReversed())]
  return [
    ...(await checkMatches(faults, { world, use: 'fault', error: 'control.fault-refused' })),
    ...(await checkMatches(stubs, { world, use: 'stub', error: 'control.stub-refused' })),
  ]
}
