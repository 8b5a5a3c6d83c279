import type { Database } from '#db/database.ts'
import { readSetting } from '#db/settings.ts'
import type { ApiTarget } from '../domain/profiles/target.ts'

/** Returns the API that a world stands for: by its own settings, and by the server's where it has none. */
export const storedTarget = (db: Database, server: ApiTarget): ApiTarget => ({
  api_version: readSetting(db, 'api_version') ?? server.api_version,
  rehearse: readSetting(db, 'rehearse') ?? server.rehearse,
  profile: readSetting(db, 'profile') ?? server.profile,
})
