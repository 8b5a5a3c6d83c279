/** The state in which every scenario begins. */
export const firstState = 'Started'

/** The states of a world's scenarios, by name. Only those that have left their first state are in memory. */
export class Scenarios {
  readonly #states = new Map<string, string>()

  /** Returns the state of a scenario. */
  stateOf(name: string): string {
    return this.#states.get(name) ?? firstState
  }

  /** Puts a scenario into a state. */
  set(name: string, state: string): void {
    if (state === firstState) this.#states.delete(name)
    else this.#states.set(name, state)
  }

  /** Puts all scenarios into their first state. */
  reset(): void {
    this.#states.clear()
  }
}
