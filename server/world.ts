import type { Database } from '../db/open.ts'
import { inTransaction } from '../db/per-db.ts'
import type { Clock } from './domain/clock.ts'
import type { FeatureSettings } from './domain/features.ts'
import type { LimitSetting } from './domain/rate-limits.ts'
import type { RuleBook } from './domain/rule.ts'

/** Everything that one test may have to itself: data, time, and the rules and features it plays by. */
export interface World {
  readonly name: string
  readonly db: Database
  readonly clock: Clock
  readonly rules: RuleBook
  readonly features: FeatureSettings
  /** What callers are held to. Another setting counts from nothing. */
  limits: LimitSetting
  /** Does the work in one transaction: all of it is stored, or, when it throws, nothing. Synchronous. */
  write<Result>(work: () => Result): Result
}

/** A world around a database, without limits unless they are given. */
export const worldOf = (given: Omit<World, 'write' | 'limits'> & Partial<Pick<World, 'limits'>>): World => ({
  limits: 'off',
  ...given,
  write: (work) => inTransaction(given.db, work),
})
