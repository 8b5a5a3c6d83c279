import { closeSync, lstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { isOwnDatabase } from './image.ts'
import { applicationId, newestVersion } from './migrations.ts'

/** The length of a database header, its first bytes, and the offsets of its fields. */
const header = { bytes: 100, magic: 'SQLite format 3\0', version: 60, applicationId: 68 } as const

/**
 * Returns why a path does not hold a database of this server, as words that follow its name; undefined for such a
 * database (broken or not), a missing file and an empty one. Reads the file without SQLite, which might write to
 * another program's database.
 */
export function reasonUnrecognized(path: string): string | undefined {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined
  const file = statSync(path, { throwIfNoEntry: false })
  if (file === undefined) return 'it is a link to nothing'
  if (!file.isFile()) return 'it is no file'
  if (file.size === 0) return undefined
  const head = readHead(path)
  if (head.toString('latin1', 0, header.magic.length) !== header.magic) return 'it is no database'
  if (head.readInt32BE(header.applicationId) === applicationId) return undefined
  return isOfFirstVersions(path, head) ? undefined : 'it is a database, but not of this server'
}

/**
 * Recognizes databases of the first versions, which lack the application id, by their schema. Opening one adds the id.
 */
function isOfFirstVersions(path: string, head: Buffer): boolean {
  const version = head.readInt32BE(header.version)
  const mayBe = head.readInt32BE(header.applicationId) === 0 && version > 0 && version <= newestVersion()
  return mayBe && isOwnDatabase(readFileSync(path))
}

function readHead(path: string): Buffer {
  const head = Buffer.alloc(header.bytes)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, header.bytes, 0)
    return head
  } finally {
    closeSync(file)
  }
}
