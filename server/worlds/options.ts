import type { SizeLimits } from '#db/size-budget.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import type { FaultPresetName } from '../domain/faults/presets.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'
import type { Clock, Stopwatch } from '../domain/time/clock.ts'
import type { JournalLimits } from '../journal/journal-store.ts'
import type { SnapshotLimits } from './snapshot-store.ts'

/** The seeds of a server by name. */
export interface Seeds {
  /** Loads the code that builds seeds; does nothing when it is loaded. */
  readonly load?: () => Promise<unknown>
  readonly names: () => readonly string[]
  /** Builds the image of a seed in slices; throws as `named` does. */
  readonly prepare: (name: string) => Promise<void>
  /** Returns the image of a seed; throws an ApiError for an unknown or invalid one. */
  readonly named: (name: string) => Buffer
}

/** What every world of a server is created with. */
export interface WorldRegistryOptions extends SnapshotLimits {
  /** A directory with one file per world, and the snapshots; in memory when absent. */
  readonly directory?: string | undefined
  /** `open`, the default: a request creates the world that it names. `strict`: such a request is refused. */
  readonly mode?: 'open' | 'strict' | undefined
  /** The seeded image that new worlds are copies of. */
  readonly image: Buffer
  /** Seeds that worlds can be created from instead of the image. */
  readonly seeds?: Seeds
  readonly rules?: Readonly<Record<string, RuleOverride>>
  readonly features?: FeatureSettings
  /** The rate limits of new worlds; `off` when absent. */
  readonly limits?: LimitSetting
  /** The failures that every new world has the faults of; none when absent. */
  readonly faults?: readonly FaultPresetName[]
  /** Creates the clock of a new world. */
  readonly clock?: () => Clock
  /** The size limits of worlds; when absent, the size that a database in memory can have, each. */
  readonly sizeLimits?: SizeLimits | undefined
  /** The most worlds; 10,000 when absent. */
  readonly mostWorlds?: number | undefined
  /** The most open worlds, the others being suspended; 100 when absent. */
  readonly mostOpen?: number | undefined
  /** Measures how long worlds are unused: a monotonic clock. */
  readonly machine?: Stopwatch
  /** The limits of journals. */
  readonly journal?: JournalLimits
}

/**
 * The origin of a new world: a seed, a snapshot by its full reference (`world/name`), the current state of another world,
 * or an image.
 */
export type WorldSource =
  | { readonly seed: string }
  | { readonly snapshot: string }
  | { readonly world: string }
  | { readonly image: Buffer; readonly isImport?: true }

/** Returns what events say of an origin: nothing of the server's seed, and of an image. */
export const originOf = (from: WorldSource | undefined): { readonly from?: WorldSource } =>
  from === undefined || 'image' in from ? {} : { from }

/** The options of a new world. */
export interface NewWorld {
  /** Its name; a generated one when absent. */
  readonly name?: string | undefined
  /** Its origin; the server's seed when absent. */
  readonly from?: WorldSource | undefined
  /** Seconds without a request after which it is deleted; never when absent. */
  readonly ttl?: number | undefined
}
