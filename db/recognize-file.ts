import { closeSync, lstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { isOurs } from './image.ts'
import { applicationId, newestVersion } from './migrations.ts'

/** How a database begins, and where its header says what it is. */
const header = { bytes: 100, magic: 'SQLite format 3\0', version: 60, applicationId: 68 } as const

/**
 * Why what is at a path is no database of this server, in words that follow its name; undefined when it is one, whole or
 * not, and when nothing is there or in it. It is read alone: SQLite would write into another program's database.
 */
export function reasonForeign(path: string): string | undefined {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined
  const file = statSync(path, { throwIfNoEntry: false })
  if (file === undefined) return 'it is a link to nothing'
  if (!file.isFile()) return 'it is no file'
  if (file.size === 0) return undefined
  const begins = beginningOf(path)
  if (begins.toString('latin1', 0, header.magic.length) !== header.magic) return 'it is no database'
  if (begins.readInt32BE(header.applicationId) === applicationId) return undefined
  return isOfFirstVersions(path, begins) ? undefined : 'it is a database, but not of this server'
}

/** Those carry no mark, and are looked at whole; opened, they get one. */
function isOfFirstVersions(path: string, begins: Buffer): boolean {
  const version = begins.readInt32BE(header.version)
  const mayBe = begins.readInt32BE(header.applicationId) === 0 && version > 0 && version <= newestVersion()
  return mayBe && isOurs(readFileSync(path))
}

function beginningOf(path: string): Buffer {
  const begins = Buffer.alloc(header.bytes)
  const file = openSync(path, 'r')
  try {
    readSync(file, begins, 0, header.bytes, 0)
    return begins
  } finally {
    closeSync(file)
  }
}
