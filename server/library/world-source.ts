import type { Moment } from './clock-verbs.ts'
import type { NewFault } from './fault-verbs.ts'
import type { PresetCreate } from './generated/control.ts'
import type { Seed } from './seed-verbs.ts'
import type { Settings } from './settings-verbs.ts'
import type { NewStub } from './stub-verbs.ts'

/**
 * The source that a world is copied from: a seed, a snapshot, or another world in its present state.
 *
 * @example
 * const from: From = { seed: 'empty' }
 * await mock.reset(from)
 */
export type From = { readonly seed: string } | { readonly snapshot: string } | { readonly world: string }

/** A source, or the name of a seed alone. */
export type SeedOrFrom = string | From

/**
 * The parts of a world that a reset is limited to (`only`), or that it leaves as they are (`keep`).
 *
 * @example
 * const options: ResetOptions = { only: ['journal', 'faults'] }
 * await mock.reset(options)
 */
export interface ResetOptions {
  readonly only?: readonly ('data' | 'clock' | 'faults' | 'journal' | 'settings' | 'stubs')[]
  readonly keep?: readonly ('clock' | 'faults' | 'journal' | 'settings' | 'stubs')[]
}

/** Returns the body of a reset to a source, of parts if they are named. */
export const bodyOfReset = (from?: SeedOrFrom | ResetOptions, options: ResetOptions = {}): object =>
  isOptions(from) ? { ...from, ...options } : { ...(from !== undefined && { from: sourceOf(from) }), ...options }

const isOptions = (from: SeedOrFrom | ResetOptions | undefined): from is ResetOptions =>
  typeof from === 'object' && ('only' in from || 'keep' in from)

const sourceOf = (from: SeedOrFrom): From => (typeof from === 'string' ? { seed: from } : from)

/**
 * How a world is created, and its contents beside those of the source.
 *
 * @example
 * const options: WorldOptions = {
 *   from: 'empty',
 *   clock: '2026-06-01T12:00:00Z',
 *   seed: { ad_accounts: [{ name: 'Shop' }] },
 *   faults: [{ match: { operation: 'campaigns/create' }, effect: 'rate_limited' }],
 * }
 * await mock.create(options)
 */
export interface WorldOptions {
  /** Any free name when absent. */
  readonly name?: string
  /** A source, or the name of a seed; the server's seed when absent. */
  readonly from?: SeedOrFrom
  /** The disuse after which the world is deleted, in seconds or as text such as `10m`; never when absent. */
  readonly ttl?: number | string
  /** The moment at which its clock stands; it goes on when absent. */
  readonly clock?: Moment
  readonly settings?: Partial<Settings>
  /** Entities beside those of the source. Text is read as YAML. */
  readonly seed?: Seed | string
  readonly faults?: readonly (NewFault | PresetCreate)[]
  readonly stubs?: readonly NewStub[]
}

/** Returns the body that creates a world, of its name alone or with options. */
export const bodyOfWorld = (options: string | WorldOptions, more: WorldOptions = {}): object => {
  const { from, ...rest } = typeof options === 'string' ? { ...more, name: options } : { ...options, ...more }
  return { ...rest, ...bodyOfReset(from) }
}
