import { type Control, path } from './control.ts'
import type { Snapshot as SnapshotReply } from './generated/control.ts'

/**
 * A snapshot of a world, with the bytes that it takes.
 *
 * @example
 * await mock.snapshot('before')
 * const [first]: readonly Snapshot[] = await mock.snapshots.list()
 * console.log(first?.name, first?.bytes)
 */
export type Snapshot = SnapshotReply

/** Creates the verbs on snapshots. */
export const snapshotVerbs = (control: Control) => ({
  /**
   * Returns all snapshots by name.
   *
   * @example
   * for (const { name } of await mock.snapshots.list()) console.log(name)
   */
  list: async (): Promise<readonly Snapshot[]> => (await control<{ items: Snapshot[] }>('GET', '/snapshots')).items,

  /**
   * Stores the present state of this world under a name. An older snapshot of the same name is replaced.
   *
   * @throws ControlError when the name is invalid, or snapshots have no room left.
   * @example
   * const { bytes } = await mock.snapshots.take('three-campaigns')
   */
  take: (name: string): Promise<Snapshot> => control('PUT', path`/snapshots/${name}`),

  /**
   * Resets this world to a snapshot.
   *
   * @throws ControlError when there is none of that name.
   * @example
   * await mock.snapshots.take('before')
   * await mock.snapshots.restore('before')
   */
  restore: async (name: string): Promise<void> => {
    await control('POST', path`/snapshots/${name}/restore`)
  },

  /**
   * Deletes a snapshot. Worlds that were made of it stay.
   *
   * @throws ControlError when there is none of that name.
   * @example
   * await mock.snapshots.take('before')
   * await mock.snapshots.delete('before')
   */
  delete: async (name: string): Promise<void> => {
    await control('DELETE', path`/snapshots/${name}`)
  },
})
