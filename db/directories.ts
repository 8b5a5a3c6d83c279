import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Creates a directory and its missing parents, and flushes their names, so that a loss of power leaves them there. */
export function makeDirectory(directory: string): void {
  const first = mkdirSync(directory, { recursive: true })
  if (first === undefined) return
  const top = dirname(resolve(first))
  for (let above = dirname(resolve(directory)); ; above = dirname(above)) {
    flushDirectory(above)
    if (above === top || above === dirname(above)) return
  }
}

/** Flushes the names of a directory to disk where the system allows it; elsewhere they reach the disk later. */
export function flushDirectory(directory: string): void {
  try {
    const opened = openSync(directory, 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {
    // Windows cannot open a directory, and some file systems cannot flush one.
  }
}
