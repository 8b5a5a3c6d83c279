import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Peer } from './peer.ts'

let root: string | undefined

/** Returns the folder for a peer's files, emptied first. */
export function folderOf({ package: name }: Peer): string {
  root ??= mkdtempSync(join(tmpdir(), 'pinterest-ads-mock-bench-'))
  const folder = join(root, name.replace('/', '-'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  return folder
}

/** Removes the files of all peers. */
export function removeFiles(): void {
  if (root !== undefined) rmSync(root, { recursive: true, force: true })
}
