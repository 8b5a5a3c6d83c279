import type { FeatureSettings } from '../domain/ads/features.ts'
import type { ApiVersion } from '../domain/api-version/versions.ts'
import type { ProfileName } from '../domain/profiles/profiles.ts'
import type { Rehearsal } from '../domain/profiles/target.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'
import type { Control } from './control.ts'
import type { SettingsChange } from './generated/control.ts'
import type { RuleId } from './generated/names.ts'

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
  readonly features: FeatureSettings
  /** Overrides of rules by id: another code or message, or off. */
  readonly rules: RuleOverrides
  /** Rate limits: `off`, `trial`, `standard`, or calls by rate category and window. */
  readonly limits: LimitSetting
  /** The version of the API that calls are answered as, unless a header names another. */
  readonly api_version: ApiVersion
  /** The version that calls are compared with, for `rehearsals` of the report; `off` for none. */
  readonly rehearse: Rehearsal
  /** The place that the world stands for: `sandbox`, `trial` or `production`; `off` for none of them. */
  readonly profile: ProfileName
  /** How entities come to their last states, by kind; a kind that is left out goes by its own times. */
  readonly transitions: Readonly<Record<string, Transition>>
  /** How ad accounts deliver, and when figures are ready. */
  readonly delivery: NonNullable<SettingsChange['delivery']>
}

/** Overrides of rules by their ids. */
export type RuleOverrides = { readonly [Id in RuleId]?: RuleOverride }

/**
 * The content of an evidence file, as `probe` writes it: its rules are adopted.
 *
 * @example
 * const content = '{"format":"pinterest-ads-mock evidence","version":1,"date":"2026-11-30","rules":{}}'
 * const evidence: RuleEvidence = JSON.parse(content)
 * await mock.settings.set({ rules: evidence })
 */
export interface RuleEvidence {
  /** `pinterest-ads-mock evidence`. */
  readonly format: string
  readonly version: number
  readonly date: string
  readonly rules: Readonly<Record<string, object>>
  readonly [part: string]: unknown
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
   * `rules` may also be the content of an evidence file.
   *
   * @throws ControlError for an unknown feature, rule or limit, with the nearest name.
   * @example
   * await mock.settings.set({ limits: { '*': { per_minute: 60 } } })
   */
  set: (
    settings: Partial<Omit<Settings, 'rules'>> & { readonly rules?: RuleOverrides | RuleEvidence },
  ): Promise<Settings> => control('PUT', '/settings', settings),
})
