import type { Database } from '#db/database.ts'
import type { Clock } from '../domain/time/clock.ts'
import type { WorldOptions } from './world-options.ts'

/** The settings of a world without settings of its own. */
export type ServerSettings = Required<Pick<WorldOptions, 'rules' | 'features' | 'limits' | 'target'>>

/** The world that settings belong to. */
export interface SettingsOwner {
  /** Its database for reads that must not create it. */
  readonly readable: Database
  readonly db: Database
  readonly clock: Clock
  write<Result>(work: () => Result): Result
}
