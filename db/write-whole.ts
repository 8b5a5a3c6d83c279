import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes beside the file and renames: a reader finds all of it, and a failure leaves what was there, and nothing else.
 *
 * @param makeWay Called when all is written, before the old file goes.
 */
export function writeWhole(file: string, content: string | Buffer, makeWay?: () => void): void {
  const beside = `${file}.new`
  try {
    writeFileSync(beside, content)
    makeWay?.()
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
