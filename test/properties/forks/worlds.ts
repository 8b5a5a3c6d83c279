import { openMigrated } from '#db/open-migrated.ts'
import { DatabasePool } from '#db/pool.ts'
import { Snapshots } from '#db/snapshots.ts'

/** Returns the image that worlds begin with. */
export function seedImage(): Buffer {
  const db = openMigrated()
  try {
    return db.serialize()
  } finally {
    db.close()
  }
}

/** The databases of worlds and their snapshots, which hold lists of ids. */
export class Worlds {
  readonly pool: DatabasePool
  readonly snapshots: Snapshots

  constructor(image: Buffer, directory?: string) {
    this.pool = new DatabasePool({ image, mostOpen: 3, directory })
    this.snapshots = new Snapshots(directory && `${directory}/snapshots`, 0)
  }

  /** Returns the ids of a world. */
  read(world: string): readonly unknown[] {
    return this.pool.get(world).get().prepare('SELECT id FROM ad_accounts ORDER BY seq').pluck().all()
  }

  /** Adds an id to a world. */
  write(world: string, id: string, isLarge: boolean): void {
    const database = this.pool.get(world)
    database.write(() => {
      database.get().prepare("INSERT INTO ad_accounts (id, owner_id, json) VALUES (?, '1', '{}')").run(id)
    }, isLarge)
  }

  /** Begins to add an id to a world, and fails. */
  fail(world: string, id: string): void {
    const database = this.pool.get(world)
    try {
      database.write(() => {
        database.get().prepare("INSERT INTO ad_accounts (id, owner_id, json) VALUES (?, '1', '{}')").run(id)
        throw new Error('failed')
      })
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'failed') throw error
    }
  }

  /** Makes a world what another one is. */
  fork(from: string, to: string): void {
    this.pool.reset(to, this.pool.get(from).content())
  }

  /** Keeps a world as a snapshot. */
  save(world: string, snapshot: string): void {
    this.snapshots.save(snapshot, this.pool.get(world).content())
  }

  /** Makes a world what a snapshot is; leaves it where there is none. */
  restore(snapshot: string, world: string): void {
    const content = this.snapshots.content(snapshot)
    if (content !== undefined) this.pool.reset(world, content)
  }
}
