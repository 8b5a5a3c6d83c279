import { type Control, path } from './control.ts'
import type { FaultCreate, Fault as FaultReply, PresetCreate, Preset as PresetReply } from './generated/control.ts'

import type { PresetName } from './generated/names.ts'
import { addOneOrList } from './one-or-list.ts'

/**
 * A fault to add: the calls that it matches (`match`), which of them it applies to (`trigger`, `times`, `expires_in`) and
 * its `effect`. Latencies are milliseconds, or texts such as `2s`; `retry_after` is in seconds.
 *
 * @example
 * const fault: NewFault = {
 *   match: { operation: 'campaigns/create' },
 *   trigger: { nth: 2 },
 *   effect: { type: 'rate_limited', retry_after: 2 },
 * }
 * await mock.faults.add(fault)
 */
export type NewFault = FaultCreate

/**
 * A fault with its counters: `matched` calls, `hits` that it applied to, and `remaining` ones. `created` and `expires` are
 * Unix seconds of the world's clock.
 *
 * @example
 * const fault: Fault = await mock.faults.add({ effect: 'unavailable' })
 * console.log(fault.id, fault.hits)
 */
export type Fault = FaultReply

/**
 * A failure of production by name, and the faults that imitate it.
 *
 * @example
 * const presets: readonly Preset[] = await mock.faults.presets()
 * console.log(presets.map(({ name }) => name))
 */
export type Preset = PresetReply

/** Creates the verbs on a world's faults. */
export const faultVerbs = (control: Control) => ({
  /**
   * Adds a fault, or a list of faults: all of them or none.
   *
   * @throws ControlError when one could never apply, with the reason.
   * @example
   * await mock.faults.add({ match: { operation: 'campaigns/create' }, effect: 'latency=20ms' })
   */
  add: <Sent extends NewFault | readonly NewFault[]>(
    faults: Sent,
  ): Promise<Sent extends readonly unknown[] ? readonly Fault[] : Fault> =>
    addOneOrList<Sent, Fault>(control, '/faults', faults),

  /**
   * Adds the faults of a failure of production, by its name. What the options say replaces what its faults say.
   *
   * @throws ControlError when one could never apply, with the reason.
   * @example
   * await mock.faults.addPreset('deploy', { expires_in: '1m' })
   */
  addPreset: async (preset: PresetName, options: Omit<PresetCreate, 'preset'> = {}): Promise<readonly Fault[]> =>
    (await control<{ items: Fault[] }>('POST', '/faults', { preset, ...options })).items,

  /**
   * Returns the failures that `addPreset` takes: what they stand for, how they are known, and their faults.
   *
   * @example
   * for (const { name, meaning } of await mock.faults.presets()) console.log(name, meaning)
   */
  presets: async (): Promise<readonly Preset[]> => (await control<{ items: Preset[] }>('GET', '/faults/presets')).items,

  /**
   * Returns all faults with their counters, in the order in which they were added.
   *
   * @example
   * for (const { id, hits } of await mock.faults.list()) console.log(id, hits)
   */
  list: async (): Promise<readonly Fault[]> => (await control<{ items: Fault[] }>('GET', '/faults')).items,

  /**
   * Returns one fault with its counters.
   *
   * @throws ControlError when there is none of that id.
   * @example
   * const { id } = await mock.faults.add({ effect: 'reset', times: 1 })
   * console.log((await mock.faults.get(id)).remaining)
   */
  get: (id: string): Promise<Fault> => control('GET', path`/faults/${id}`),

  /**
   * Removes one fault.
   *
   * @throws ControlError when there is none of that id.
   * @example
   * const { id } = await mock.faults.add({ effect: 'server_error' })
   * await mock.faults.remove(id)
   */
  remove: async (id: string): Promise<void> => {
    await control('DELETE', path`/faults/${id}`)
  },

  /**
   * Removes all faults.
   *
   * @example
   * await mock.faults.clear()
   */
  clear: async (): Promise<void> => {
    await control('DELETE', '/faults')
  },
})
