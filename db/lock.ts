import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { makeDirectory } from './directories.ts'
import { errorCode } from './error-code.ts'

/** Thrown when another server uses the data directory. */
export class DirectoryInUseError extends Error {
  readonly code = 'DIRECTORY_IN_USE'

  constructor(directory: string) {
    super(`The data directory ${directory} is another server's, which still runs: give each a directory of its own`)
  }
}

/**
 * Locks a directory for this server until the returned function is called or the process ends, in whatever way: the
 * operating system holds the lock, on an empty database.
 *
 * @throws DirectoryInUseError
 */
export function lockDirectory(directory: string): () => void {
  makeDirectory(directory)
  const db = new Sqlite(join(directory, '.lock'), { timeout: 0 })
  try {
    // No journal file beside it: nothing is ever written.
    db.pragma('journal_mode = MEMORY')
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (errorCode(error) === 'SQLITE_BUSY') throw new DirectoryInUseError(directory)
    throw error
  }
  return () => void db.close()
}
