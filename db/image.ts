import type { Database } from './open.ts'

/** Where the header of a database says how it is written and read: 2 is WAL, which needs files beside it. */
const writeVersion = 18
const readVersion = 19

/** What a database is now, as an image that opens in memory, whether it is in memory or in a WAL file itself. */
export function imageOf(db: Database): Buffer {
  const image = db.serialize()
  image[writeVersion] = 1
  image[readVersion] = 1
  return image
}
