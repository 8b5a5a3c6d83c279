import { type Control, path } from './control.ts'
import type { World } from './generated/control.ts'
import { bodyOfWorld, type WorldOptions } from './world-source.ts'

/**
 * A world of the server: where it is, and the seconds of disuse after which it is deleted.
 *
 * @example
 * const worlds: readonly WorldSummary[] = await mock.worlds.list()
 * console.log(worlds.map(({ name, base_url, ttl }) => `${name} ${base_url} ${ttl}`))
 */
export type WorldSummary = World

/** Creates the verbs on the worlds of a server. */
export const worldVerbs = (control: Control) => ({
  /**
   * Returns all worlds that were created or named by a call, by name.
   *
   * @example
   * const names = (await mock.worlds.list()).map(({ name }) => name)
   */
  list: async (): Promise<readonly WorldSummary[]> =>
    (await control<{ items: WorldSummary[] }>('GET', '/worlds')).items,

  /**
   * Returns one world by its name.
   *
   * @throws ControlError when there is none of that name.
   * @example
   * const { ttl } = await mock.worlds.get('default')
   */
  get: (name: string): Promise<WorldSummary> => control('GET', path`/worlds/${name}`),

  /**
   * Creates a world, and returns where it is. `mock.create()` does the same, and returns the world with all verbs.
   *
   * @param options Its name, or all options.
   * @throws ControlError when the name is invalid or taken, or the source does not exist.
   * @example
   * const { base_url } = await mock.worlds.create({ name: 'checkout', from: { seed: 'empty' }, ttl: 600 })
   */
  create: (options: string | WorldOptions = {}, more: WorldOptions = {}): Promise<WorldSummary> =>
    control('POST', '/worlds', bodyOfWorld(options, more)),

  /**
   * Deletes a world with its data. The next call that names it creates it anew from the seed.
   *
   * @throws ControlError when there is none of that name.
   * @example
   * await mock.worlds.create({ name: 'short-lived' })
   * await mock.worlds.delete('short-lived')
   */
  delete: async (name: string): Promise<void> => {
    await control('DELETE', path`/worlds/${name}`)
  },

  /**
   * Deletes all worlds, and returns their names. Snapshots stay.
   *
   * @throws ControlError with the worlds that could not be deleted.
   * @example
   * const names = await mock.worlds.clear()
   */
  clear: async (): Promise<readonly string[]> => (await control<{ deleted: string[] }>('DELETE', '/worlds')).deleted,
})
