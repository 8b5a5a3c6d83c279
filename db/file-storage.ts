import { accessSync, constants, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { writeFileAtomic } from './atomic-write.ts'
import { flushDirectory } from './directories.ts'
import { toUnusableError, UnusableDatabaseError } from './errors.ts'
import { imageOf, toFileImage } from './image.ts'
import { limitSize, openFile } from './open.ts'
import { awaitCheckpoint } from './running-checkpoint.ts'
import type { DatabaseStorage } from './storage.ts'
import { commitOpen } from './transaction.ts'

/** Bytes of free space below which a disk counts as full. */
const minimumFreeBytes = 2 ** 22

/**
 * Stores a world's database in a file, which is written whole when the world is created or replaced.
 *
 * @param maxBytes The size limit of the database.
 */
export function fileStorage(path: string, image: Buffer, maxBytes: number): DatabaseStorage {
  const name = basename(path)
  /** The inode of the opened file: another file of the same name lacks what was written to the first. */
  let openedInode: number | undefined
  const write = (replacement: Buffer): void => {
    mergeLog(path)
    writeFileAtomic(path, toFileImage(replacement), (beside) => {
      removeLog(beside)
      openFile(beside).close()
      removeLog(path)
      // A log that came back beside a file that it does not belong to would be replayed into it.
      flushDirectory(dirname(path))
    })
    openedInode = undefined
  }
  return {
    bytes: () => statSync(path, { throwIfNoEntry: false })?.size ?? image.length,
    open() {
      const inode = inodeOf(path)
      if (inode === undefined && openedInode !== undefined) throw new UnusableDatabaseError(lostMessage, name)
      if (inode === undefined) write(image)
      const db = openFile(path, inode !== undefined && inode === openedInode)
      openedInode = inodeOf(path)
      limitSize(db, maxBytes)
      return db
    },
    close(db) {
      awaitCheckpoint(db)
      try {
        commitOpen(db)
      } catch {
        // What could not be stored is of long work, which fails at its next part.
      }
      db.close()
    },
    release() {},
    image(db) {
      commitOpen(db)
      return imageOf(db)
    },
    assertPresent() {
      if (inodeOf(path) !== openedInode) throw new UnusableDatabaseError(lostMessage, name)
    },
    assertWritable() {
      this.assertPresent?.()
      try {
        for (const needed of [path, dirname(path)]) accessSync(needed, constants.W_OK)
      } catch (error) {
        throw new UnusableDatabaseError(`it cannot be written: ${error instanceof Error ? error.message : error}`, name)
      }
    },
    isAtLimit: () => freeBytesBeside(path) >= minimumFreeBytes,
    replace: write,
    remove() {
      rmSync(path, { force: true })
      // A file that came back without its log would have half of what was last written to it.
      if (hasLog(path)) flushDirectory(dirname(path))
      removeLog(path)
      openedInode = undefined
    },
  }
}

const lostMessage = 'it was taken away while the server ran; reset or delete the world to have it anew'

/** Returns the inode of a file, by which SQLite identifies it too. No other file has it while the first is open. */
const inodeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino

/**
 * Checkpoints a leftover WAL into its database file, so that the file is complete by itself. Ignores an unreadable
 * file; throws when the file cannot be written.
 */
function mergeLog(path: string): void {
  if (!hasLog(path) || inodeOf(path) === undefined) return
  try {
    const db = openFile(path)
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(toUnusableError(error) instanceof UnusableDatabaseError)) throw error
  }
}

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

function removeLog(path: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

function freeBytesBeside(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize
}
