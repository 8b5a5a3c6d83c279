import type { SizeLimits } from '#db/size-budget.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'
import type { Clock, Stopwatch } from '../domain/time/clock.ts'
import type { JournalLimits } from '../journal/journal.ts'
import type { SnapshotLimits } from './snapshot-store.ts'

/** The seeds of a server by their names. */
export interface Seeds {
  /** Loads what makes them; nothing when it is there already. */
  readonly load?: () => Promise<unknown>
  readonly names: () => readonly string[]
  /** Makes the image of one while others have their turn; throws as `named` does. */
  readonly prepare: (name: string) => Promise<void>
  /** The image of one; throws a Problem when there is none such, or when it is refused. */
  readonly named: (name: string) => Buffer
}

/** What every world of a server is made with. */
export interface WorldRegistryOptions extends SnapshotLimits {
  /** A directory for one file per world, and for snapshots; all in memory when absent. */
  readonly directory?: string | undefined
  /** The seeded image that a new world is a copy of. */
  readonly image: Buffer
  /** What worlds can be made of beside the image. */
  readonly seeds?: Seeds
  readonly rules?: Readonly<Record<string, RuleOverride>>
  readonly features?: FeatureSettings
  /** What callers of a new world are held to; `off` when absent. */
  readonly limits?: LimitSetting
  /** Makes the clock of a new world. */
  readonly clock?: () => Clock
  /** What worlds may take; what a database in memory can hold, each, when absent. */
  readonly room?: SizeLimits | undefined
  /** How many worlds there may be; 10,000 when absent. */
  readonly mostWorlds?: number | undefined
  /** How many worlds may be open at once, the others at rest; 100 when absent. */
  readonly mostOpen?: number | undefined
  /** What measures how long worlds are unused: the machine, by no clock that may leap. */
  readonly machine?: Stopwatch
  /** What is remembered of requests. */
  readonly journal?: JournalLimits
}

/** What a new world is a copy of: a seed, a snapshot, another world as it is now, or an image. */
export type WorldSource =
  | { readonly seed: string }
  | { readonly snapshot: string }
  | { readonly world: string }
  | { readonly image: Buffer }

/** A world to be made. */
export interface NewWorld {
  /** Its name; one that is free when absent. */
  readonly name?: string | undefined
  /** What it is a copy of; the server's seed when absent. */
  readonly from?: WorldSource | undefined
  /** It is deleted when it was not used for so many seconds; never when absent. */
  readonly ttl?: number | undefined
}
