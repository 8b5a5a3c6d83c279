import { compressImage, type StoredImage } from './compressed-image.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { newestVersion } from './migrations.ts'
import { openMemory } from './open.ts'

/** The image of a database that has the newest schema and what migrations insert, once one was made. */
let newest: StoredImage | undefined

/** Opens a database in memory that is migrated to a version. All migrations take ten times as long as a copy of them. */
export function openMigrated(version = newestVersion()): Database {
  if (version !== newestVersion()) return migrated(version)
  if (newest !== undefined) return openMemory(newest.image())
  const db = migrated(version)
  newest = compressImage(db.serialize())
  return db
}

function migrated(version: number): Database {
  const db = openMemory()
  try {
    migrate(db, version)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
