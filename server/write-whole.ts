import { renameSync, writeFileSync } from 'node:fs'

/** Writes the text beside the file and renames it: a reader finds all of it, and a failure leaves what was there. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}
