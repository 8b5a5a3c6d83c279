import { accessSync, constants, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { writeWhole } from '../db/write-whole.ts'
import { UsageError } from './config.ts'

/**
 * Takes away what a server that was killed has left, so that nobody takes it for this one's.
 *
 * @throws UsageError when no file can be written there; before the server listens, not after.
 */
export function clearReadyFile(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK)
    rmSync(file, { force: true })
  } catch (error) {
    throw new UsageError(`--ready-file: ${error instanceof Error ? error.message : error}`)
  }
}

/** Tells whoever waits for the file that the server listens, until the process ends in whatever way but a kill. */
export function tellReady(file: string, banner: string): void {
  writeWhole(file, `${banner}\n`)
  process.once('exit', () => rmSync(file, { force: true }))
}
