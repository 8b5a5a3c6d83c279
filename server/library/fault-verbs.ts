import { type Control, path } from './control.ts'
import type { FaultCreate, Fault as FaultReply } from './generated/control.ts'

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
