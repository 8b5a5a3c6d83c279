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
  newest ??= imageOfNewest()
  return openMemory(newest.image())
}

function imageOfNewest(): StoredImage {
  const db = migrated()
  try {
    return compressImage(db.serialize())
  } finally {
    db.close()
  }
}

function migrated(version?: number): Database {
  const db = openMemory()
  try {
    migrate(db, version)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
