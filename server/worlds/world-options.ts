import type { Database } from '#db/database.ts'
import type { RunInTransaction } from '#db/transaction.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import type { Faults } from '../domain/faults/faults.ts'
import type { ApiTarget } from '../domain/profiles/target.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'
import type { Stubs } from '../domain/stubs/stubs.ts'
import type { Clock } from '../domain/time/clock.ts'
import type { Transition } from '../domain/time/transition.ts'
import type { Journal } from '../journal/journal.ts'

/**
 * Runs work in one transaction, or in that of `run`; `isLarge` when it may write more than the body of a request holds.
 */
export type Write = <Result>(work: () => Result, isLarge?: boolean, run?: RunInTransaction) => Result

/** The settings that test control gives a world. */
export interface WorldSettings extends Partial<{ readonly [Name in keyof ApiTarget]: ApiTarget[Name] | undefined }> {
  readonly rules?: Readonly<Record<string, RuleOverride>> | undefined
  readonly features?: FeatureSettings | undefined
  readonly limits?: LimitSetting | undefined
  /** By kind; a kind that is left out goes by its own times. */
  readonly transitions?: Readonly<Record<string, Transition | undefined>> | undefined
}

/** Features that a world had until a moment in Unix seconds. */
export interface PastFeatures {
  readonly until: number
  readonly features: FeatureSettings
}

/** The data of a created world. */
export interface CreatedData {
  /** Returns the open database; opens it where it is closed. */
  readonly database: () => Database
  readonly write: Write
}

/** What a world is constructed with. */
export interface WorldOptions {
  readonly name: string
  /** Returns the open database; opens it, and creates the world where it is uncreated. */
  readonly database: () => Database
  /** Returns the database that an uncreated world is read from; absent for a created world. */
  readonly placeholder?: () => Database
  /** Runs work in one transaction; without size checks when absent. */
  readonly write?: Write
  /** The rule overrides of a world without settings of its own. */
  readonly rules?: Readonly<Record<string, RuleOverride>>
  /** The features of ad accounts of a world without settings of its own. */
  readonly features?: FeatureSettings
  /** The rate limits of a world without settings of its own; `off` when absent. */
  readonly limits?: LimitSetting
  /** The API that a world without settings of its own stands for. */
  readonly target?: ApiTarget
  readonly clock?: Clock
  /** Records its requests; none are recorded when absent. */
  readonly journal?: Journal
  /** Its faults; none when absent. */
  readonly faults?: Faults
  /** Its stubs; none when absent. */
  readonly stubs?: Stubs
}
