import { type Control, path } from './control.ts'
import type { Scenario as ScenarioReply, StubCreate, StubReplacement, Stub as StubReply } from './generated/control.ts'

import { addOneOrList } from './one-or-list.ts'

/**
 * A stub to add: the calls that it matches (`match`), and a `response` or `responses` in a sequence. `scenario`,
 * `requires` and `sets` make it depend on a state. Latencies are milliseconds, or texts such as `2s`.
 *
 * @example
 * const stub: NewStub = {
 *   match: { method: 'GET', path: '/widgets/{id}' },
 *   response: { body: { id: '{{path.id}}', created_time: '{{now}}' } },
 * }
 * await mock.stubs.add(stub)
 */
export type NewStub = StubCreate

/**
 * A stub with its counters: `hits` answered calls, and `remaining` ones. `created` and `expires` are Unix seconds of the
 * world's clock.
 *
 * @example
 * const stub: Stub = await mock.stubs.add({ match: { path: '/widgets' }, response: { status: 202 } })
 * console.log(stub.id, stub.hits)
 */
export type Stub = StubReply

/**
 * A scenario of stubs: its state, and the states that its stubs name.
 *
 * @example
 * const scenarios: readonly Scenario[] = await mock.stubs.scenarios()
 * console.log(scenarios.map(({ name, state }) => `${name} is ${state}`))
 */
export type Scenario = ScenarioReply

/** Creates the verbs on a world's stubs. */
export const stubVerbs = (control: Control) => ({
  /**
   * Adds a stub, or a list of stubs: all of them or none.
   *
   * @throws ControlError when one could never answer, with the reason.
   * @example
   * await mock.stubs.add({ match: { operation: 'pins/list' }, response: { status: 503 } })
   */
  add: <Sent extends NewStub | readonly NewStub[]>(
    stubs: Sent,
  ): Promise<Sent extends readonly unknown[] ? readonly Stub[] : Stub> =>
    addOneOrList<Sent, Stub>(control, '/stubs', stubs),

  /**
   * Returns all stubs with their counters, in the order in which they are tried.
   *
   * @example
   * for (const { id, hits } of await mock.stubs.list()) console.log(id, hits)
   */
  list: async (): Promise<readonly Stub[]> => (await control<{ items: Stub[] }>('GET', '/stubs')).items,

  /**
   * Returns one stub with its counters.
   *
   * @throws ControlError when there is none of that id.
   * @example
   * const { id } = await mock.stubs.add({ match: { path: '/widgets' }, times: 1, response: {} })
   * console.log((await mock.stubs.get(id)).remaining)
   */
  get: (id: string): Promise<Stub> => control('GET', path`/stubs/${id}`),

  /**
   * Adds a stub under an id, in place of one that is there.
   *
   * @throws ControlError when it could never answer, with the reason.
   * @example
   * await mock.stubs.replace('widgets', { match: { path: '/widgets' }, response: { body: [] } })
   */
  replace: (id: string, stub: StubReplacement): Promise<Stub> => control('PUT', path`/stubs/${id}`, stub),

  /**
   * Removes one stub.
   *
   * @throws ControlError when there is none of that id.
   * @example
   * const { id } = await mock.stubs.add({ match: { path: '/widgets' }, response: {} })
   * await mock.stubs.remove(id)
   */
  remove: async (id: string): Promise<void> => {
    await control('DELETE', path`/stubs/${id}`)
  },

  /**
   * Removes all stubs, with the states of their scenarios.
   *
   * @example
   * await mock.stubs.clear()
   */
  clear: async (): Promise<void> => {
    await control('DELETE', '/stubs')
  },

  /**
   * Returns the scenarios that stubs name, with their states.
   *
   * @example
   * const [scenario] = await mock.stubs.scenarios()
   */
  scenarios: async (): Promise<readonly Scenario[]> =>
    (await control<{ items: Scenario[] }>('GET', '/scenarios')).items,

  /**
   * Puts a scenario into a state that one of its stubs names, or into `Started`.
   *
   * @throws ControlError for an unknown scenario or state, with those that there are.
   * @example
   * await mock.stubs.add({ match: { path: '/order' }, scenario: 'order', requires: 'Paid', response: {} })
   * await mock.stubs.setScenario('order', 'Paid')
   */
  setScenario: (name: string, state: string): Promise<Scenario> => control('PUT', path`/scenarios/${name}`, { state }),

  /**
   * Puts all scenarios into their first state.
   *
   * @example
   * await mock.stubs.resetScenarios()
   */
  resetScenarios: async (): Promise<void> => {
    await control('POST', '/scenarios/reset')
  },
})
