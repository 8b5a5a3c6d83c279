import type { Database } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'

/** Returns the image of an empty database. */
export function emptyImage(): Buffer {
  const db = openMemory()
  try {
    migrate(db)
    return db.serialize()
  } finally {
    db.close()
  }
}

/** Writes rows of a megabyte, each by itself. */
export function write(db: Database, megabytes: number): void {
  db.exec('CREATE TABLE IF NOT EXISTS blobs (content BLOB NOT NULL)')
  for (let count = 0; count < megabytes; count++) db.exec('INSERT INTO blobs VALUES (randomblob(1048576))')
}
