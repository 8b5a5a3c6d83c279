import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes beside the file and renames: a reader finds all of it, a failure leaves what was there and nothing else, and a
 * loss of power leaves the one or the other.
 *
 * @param makeWay Called with the file beside when all is written, before the old one goes.
 */
export function writeFileAtomic(file: string, content: string | Buffer, makeWay?: (beside: string) => void): void {
  const beside = `${file}.new`
  try {
    writeFileSync(beside, content, { flush: true })
    makeWay?.(beside)
    renameSync(beside, file)
  } catch (error) {
    removeIfThere(beside)
    throw error
  }
  flushDirectory(dirname(file))
}

/** The reason why something failed is worth more than the reason why nothing of it could be removed. */
function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It was there before.
  }
}

/** Has the disk keep the names of a directory, where the system can be told to. Elsewhere they may come a little later. */
function flushDirectory(directory: string): void {
  try {
    const opened = openSync(directory, 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {
    // Windows opens no directory, and some file systems flush none.
  }
}
