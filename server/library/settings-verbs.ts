import type { Control } from './control.ts'

/**
 * How the entities of a kind come to their last state: at once, never, after a time of the clock (a text such as `2h`, or
 * seconds), or with the read of that number.
 *
 * @example
 * const afterThreeReads: Transition = { reads: 3 }
 * await mock.settings.set({ transitions: { audiences: afterThreeReads } })
 */
export type Transition = 'immediate' | 'never' | { readonly after: string | number } | { readonly reads: number }

/**
 * The settings of one world, beside those that the server was started with.
 *
 * @example
 * const settings: Partial<Settings> = { rules: { 'campaign.budget.one-cap': { off: true } }, limits: 'trial' }
 * await mock.settings.set(settings)
 */
export interface Settings {
  /** Features by ad account id, or for all ad accounts as `*`. */
  readonly features: Readonly<Record<string, Readonly<Record<string, boolean>>>>
  /** Overrides of rules by id: another code or message, or off. */
  readonly rules: Readonly<
    Record<string, { readonly code?: number; readonly message?: string; readonly off?: boolean }>
  >
  /** Rate limits: `off`, `trial`, `standard`, or calls by rate category and window. */
  readonly limits: 'off' | 'trial' | 'standard' | Readonly<Record<string, Readonly<Record<string, number>>>>
  /** How entities come to their last states, by kind; a kind that is left out goes by its own times. */
  readonly transitions: Readonly<Record<string, Transition>>
}

/** Creates the verbs on the features, rule overrides and limits of a world. */
export const settingsVerbs = (control: Control) => ({
  /**
   * Returns the settings of this world alone.
   *
   * @example
   * const { limits } = await mock.settings.get()
   */
  get: (): Promise<Settings> => control('GET', '/settings'),

  /**
   * Replaces the parts that are passed; an empty object resets a part.
   *
   * @throws ControlError for an unknown feature, rule or limit, with the nearest name.
   * @example
   * await mock.settings.set({ limits: { '*': { per_minute: 60 } } })
   */
  set: (settings: Partial<Settings>): Promise<Settings> => control('PUT', '/settings', settings),
})
