import { type Control, path } from './control.ts'
import type { Snapshot as SnapshotReply } from './generated/control.ts'

/**
 * A snapshot of a world, with the bytes that it takes. `reference` is its name in other worlds: `checkout-test/before`.
 *
 * @example
 * await mock.snapshot('before')
 * const [first]: readonly Snapshot[] = await mock.snapshots.list()
 * console.log(first?.name, first?.bytes)
 */
export type Snapshot = SnapshotReply

/**
 * What a restoration leaves as it was.
 *
 * @example
 * const options: RestoreOptions = { keep: ['journal', 'faults'] }
 * await mock.snapshot('before')
 * await mock.restore('before', options)
 */
export interface RestoreOptions {
  readonly keep?: readonly ('clock' | 'faults' | 'journal' | 'settings' | 'stubs')[]
}

/**
 * What became of a world that was restored: the journaled requests, faults, stubs and waits that it has no longer.
 *
 * @example
 * await mock.snapshot('before')
 * const { ended }: Restored = await mock.restore('before')
 * console.log(ended.requests, ended.faults, ended.waits)
 */
export interface Restored {
  readonly world: string
  readonly restored: string
  readonly reference: string
  readonly ended: { readonly requests: number; readonly faults: number; readonly stubs: number; readonly waits: number }
  readonly kept: readonly string[]
  readonly warnings?: readonly string[]
}

/** Creates the verbs on snapshots. */
export const snapshotVerbs = (control: Control) => ({
  /**
   * Returns the snapshots of all worlds, or of one (`of`), by world and name.
   *
   * @example
   * for (const { name } of await mock.snapshots.list()) console.log(name)
   */
  list: async ({ of }: { readonly of?: string } = {}): Promise<readonly Snapshot[]> => {
    const query = of === undefined ? '' : `?${new URLSearchParams({ of })}`
    return (await control<{ items: Snapshot[] }>('GET', `/snapshots${query}`)).items
  },

  /**
   * Stores the present state of this world under a name. An older snapshot of the same name is replaced.
   *
   * @throws ControlError when the name is invalid, or snapshots have no room left.
   * @example
   * const { bytes } = await mock.snapshots.take('three-campaigns')
   */
  take: (name: string): Promise<Snapshot> => control('PUT', path`/snapshots/${name}`),

  /**
   * Resets this world to a snapshot of its own, or of another world as `world/name`.
   *
   * @throws ControlError when there is none of that name.
   * @example
   * await mock.snapshots.take('before')
   * await mock.snapshots.restore('before', { keep: ['journal'] })
   */
  restore: (name: string, options: RestoreOptions = {}): Promise<Restored> =>
    control('POST', path`/snapshots/${name}/restore`, options),

  /**
   * Deletes a snapshot of this world, or of another as `world/name`. Worlds that were made of it stay.
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
