import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushDirectory } from './directories.ts'

/**
 * Writes a file atomically: writes a temporary file beside it, flushes it and renames it. A reader sees the old content
 * or the new, a failure leaves the old file untouched, and a loss of power leaves one of the two whole.
 *
 * @param beforeRename Called with the path of the finished temporary file, before it replaces the old one.
 * @param mode The permissions of the file, less those that the process withholds; read and write for everyone when absent.
 */
export function writeFileAtomic(
  file: string,
  content: string | Buffer,
  beforeRename?: (temporary: string) => void,
  mode = 0o666,
): void {
  const temporary = `${file}.new`
  try {
    writeFileSync(temporary, content, { flush: true, mode })
    beforeRename?.(temporary)
    renameSync(temporary, file)
  } catch (error) {
    removeIfPossible(temporary)
    throw error
  }
  flushDirectory(dirname(file))
}

/** Removes a file and ignores failures: the error that led here says more than one about cleaning up. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It existed before this call.
  }
}
