import { accessSync, constants, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { writeFileAtomic } from './atomic-write.ts'
import { asFile } from './image.ts'
import { holdTo, openFile } from './open.ts'
import type { DatabaseStorage } from './storage.ts'
import { asUnusable, UnusableDatabaseError } from './errors.ts'

/** With less than this left, in bytes, a disk is full. */
const leastFree = 2 ** 22

/**
 * In a file of its own, which is written whole when there is none, and when the world becomes another.
 *
 * @param most How many bytes it may take.
 */
export function fileStorage(path: string, image: Buffer, most: number): DatabaseStorage {
  const name = basename(path)
  /** The file that was opened: another one of its name has nothing of what was written. */
  let opened: number | undefined
  const write = (given: Buffer): void => {
    mergeLog(path)
    writeFileAtomic(path, asFile(given), (beside) => {
      removeLog(beside)
      openFile(beside).close()
      removeLog(path)
    })
    opened = undefined
  }
  return {
    bytes: () => statSync(path, { throwIfNoEntry: false })?.size ?? image.length,
    open() {
      const there = identityOf(path)
      if (there === undefined && opened !== undefined) throw new UnusableDatabaseError(lost, name)
      if (there === undefined) write(image)
      const db = openFile(path, there !== undefined && there === opened)
      opened = identityOf(path)
      holdTo(db, most)
      return db
    },
    release() {},
    refuseLost() {
      if (identityOf(path) !== opened) throw new UnusableDatabaseError(lost, name)
    },
    refuseUnready() {
      this.refuseLost?.()
      try {
        for (const needed of [path, dirname(path)]) accessSync(needed, constants.W_OK)
      } catch (error) {
        throw new UnusableDatabaseError(`it cannot be written: ${error instanceof Error ? error.message : error}`, name)
      }
    },
    isAtLimit: () => freeBeside(path) >= leastFree,
    replace: write,
    remove() {
      rmSync(path, { force: true })
      removeLog(path)
      opened = undefined
    },
  }
}

const lost = 'it was taken away while the server ran; reset or delete the world to have it anew'

/** What SQLite, too, tells files apart by: as long as one is open, no other has its number. */
const identityOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino

/**
 * Brings what the log of a file has into the file itself, so that it is whole without. What cannot be read has nothing to
 * bring; what cannot be written is thrown.
 */
function mergeLog(path: string): void {
  if (!statSync(`${path}-wal`, { throwIfNoEntry: false })?.size || identityOf(path) === undefined) return
  try {
    const db = openFile(path)
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(asUnusable(error) instanceof UnusableDatabaseError)) throw error
  }
}

function removeLog(path: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

function freeBeside(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize
}
