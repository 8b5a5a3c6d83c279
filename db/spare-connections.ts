import type { Database } from './database.ts'

/** Bytes of the images that spare connections are copies of, together; a larger image has none. */
const mostBytes = 2 ** 25
const largestImage = 2 ** 22

/** A connection that no world has, and the image that it is a copy of. */
interface Spare {
  readonly db: Database
  /** Weak: an image that nothing else needs is no reason to keep it. */
  readonly image: WeakRef<Buffer>
  readonly bytes: number
}

/** The latest last. */
const spares: Spare[] = []
let bytesOfAll = 0

/**
 * Keeps a connection that no world needs any more and that is a fresh copy of an image, for the next world that is made
 * of it: to open a database takes several times as long as a call, most of it to read the schema and to prepare
 * statements. Connections that were kept longest are closed for want of room. Returns whether it is kept.
 */
export function keepSpare(db: Database, image: Buffer): boolean {
  if (image.length > largestImage) return false
  // What a large write has left in the page cache.
  db.pragma('shrink_memory')
  spares.push({ db, image: new WeakRef(image), bytes: image.length })
  bytesOfAll += image.length
  while (bytesOfAll > mostBytes) drop(0)?.close()
  return true
}

/** Takes a connection that is a fresh copy of an image; undefined where none is kept. */
export function takeSpare(image: Buffer): Database | undefined {
  return drop(spares.findLastIndex((spare) => spare.image.deref() === image))
}

function drop(index: number): Database | undefined {
  const [spare] = index < 0 ? [] : spares.splice(index, 1)
  bytesOfAll -= spare?.bytes ?? 0
  return spare?.db
}
