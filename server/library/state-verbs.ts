import type { Control } from './control.ts'

/** Creates the verbs that export and import a world as JSON. */
export const stateVerbs = (control: Control) => ({
  /**
   * Returns all data and settings of the world.
   *
   * @example
   * const state = await mock.state.export()
   */
  export: (): Promise<Readonly<Record<string, unknown>>> => control('GET', '/state'),

  /**
   * Replaces all data and settings of the world by an export of this or another server.
   *
   * @throws ControlError with the place of the first mistake; the world stays as it was.
   * @example
   * await mock.world('copy').state.import(await mock.state.export())
   */
  import: async (state: Readonly<Record<string, unknown>>): Promise<void> => {
    await control('PUT', '/state', state)
  },
})
