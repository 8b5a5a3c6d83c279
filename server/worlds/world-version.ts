import { changeCountOf, connectionIdOf } from '#db/change-count.ts'
import type { Database } from '#db/database.ts'
import type { Clock } from '../domain/time/clock.ts'

/**
 * The version stamp of a world: a new object whenever data, settings or the second of its clock change, so that it can
 * key a cache by identity.
 */
export interface WorldVersion {
  /** The number of the database connection: a reference to the database would keep it in memory. */
  readonly database: number
  readonly changes: number
  /** Unix seconds of the world's clock: computed values have no finer resolution. */
  readonly second: number
}

/** Returns the version stamp of a world: the previous one where nothing has changed since. */
export function currentVersion(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  previous: WorldVersion | undefined,
): WorldVersion {
  const [database, changes, second] = [connectionIdOf(db), changeCountOf(db), clock.seconds()]
  if (previous?.database === database && previous.changes === changes && previous.second === second) return previous
  return { database, changes, second }
}
