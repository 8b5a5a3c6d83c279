import { lockDirectory } from '#db/lock.ts'
import { Worlds } from '#db/pool.ts'
import { wellNamed } from '../domain/world-name.ts'
import { Lifetimes } from './expiry.ts'
import type { StageOptions } from './options.ts'
import { SnapshotShelf } from './snapshot-store.ts'

/** Where a server keeps its worlds, snapshots and times to live: in memory, or in a directory that is its own. */
export interface Storage {
  readonly databases: Worlds
  readonly snapshots: SnapshotShelf
  readonly lifetimes: Lifetimes
  /** Closes the databases, and lets another server have the directory. */
  readonly close: () => void
}

/**
 * Opens the storage.
 *
 * @param end Deletes a world whose time is over.
 * @throws DirectoryInUse when another server has the directory.
 */
export function openStorage(options: StageOptions, end: (name: string) => void): Storage {
  const { directory, image, mostOpen, room, machine } = options
  const unlock = directory === undefined ? () => {} : lockDirectory(directory)
  const below = (name: string): string | undefined => (directory === undefined ? undefined : `${directory}/${name}`)
  try {
    const isName = (name: string): boolean => wellNamed.test(name)
    const databases = new Worlds({ directory, isName, image, mostOpen, limits: room })
    return {
      databases,
      snapshots: new SnapshotShelf(below('snapshots'), options),
      lifetimes: new Lifetimes(end, { machine, file: below('lifetimes.json') }),
      close() {
        databases.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
