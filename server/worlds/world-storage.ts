import { accessSync, constants } from 'node:fs'
import { lockDirectory } from '#db/lock.ts'
import { DatabasePool } from '#db/pool.ts'
import { worldNamePattern } from '../domain/world-name.ts'
import { WorldExpiry } from './expiry.ts'
import type { WorldRegistryOptions } from './options.ts'
import { SnapshotStore } from './snapshot-store.ts'

/** Where a server stores worlds, snapshots and times to live: in memory, or in a directory of its own. */
export interface Storage {
  readonly databases: DatabasePool
  readonly snapshots: SnapshotStore
  readonly expiry: WorldExpiry
  /** Throws where the directory cannot be read or written. */
  readonly assertUsable: () => void
  /** Closes the databases and unlocks the directory. */
  readonly close: () => void
}

/**
 * Opens the storage.
 *
 * @param end Deletes an expired world.
 * @throws DirectoryInUseError when another server uses the directory.
 */
export function openStorage(options: WorldRegistryOptions, end: (name: string) => void): Storage {
  const { directory, image, mostOpen, sizeLimits, machine } = options
  const unlock = directory === undefined ? () => {} : lockDirectory(directory)
  const below = (name: string): string | undefined => (directory === undefined ? undefined : `${directory}/${name}`)
  try {
    const isName = (name: string): boolean => worldNamePattern.test(name)
    const databases = new DatabasePool({ directory, isName, image, mostOpen, limits: sizeLimits })
    return {
      databases,
      snapshots: new SnapshotStore(below('snapshots'), options),
      expiry: new WorldExpiry(end, {
        machine,
        file: below('lifetimes.json'),
        hasWorld: (name) => databases.has(name),
      }),
      assertUsable() {
        if (directory !== undefined) accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
      },
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
