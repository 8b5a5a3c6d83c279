import { forgetReads } from '#db/reads.ts'
import { readSetting, replaceSettings, storeSetting } from '#db/settings.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import { overridesOf } from '../domain/api-version/later-rules.ts'
import { profileOf } from '../domain/profiles/profiles.ts'
import type { ApiTarget } from '../domain/profiles/target.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'
import { RuleEngine } from '../domain/rules/rule-engine.ts'
import { type ActiveTransition, activeTransitions } from '../domain/time/transition.ts'
import { featuresOver, storePastFeatures } from './feature-settings.ts'
import type { ServerSettings, SettingsOwner } from './settings-owner.ts'
import { storedTarget } from './stored-target.ts'
import type { PastFeatures, WorldSettings } from './world-options.ts'

/** Values that are stored with the settings and are none: the time of the world, and the names of its entities in seeds. */
const otherNames = ['clock', 'aliases']
const isSettingName = (name: string): boolean => !otherNames.includes(name)

/** The settings of a world: those that are stored with its data, over those of the server. */
export class OwnSettings {
  readonly #owner: SettingsOwner
  readonly #server: ServerSettings
  #rules: RuleEngine
  #features: FeatureSettings
  #target: ApiTarget
  #limits: LimitSetting
  #transitions: Readonly<Record<string, ActiveTransition>>

  constructor(owner: SettingsOwner, server: ServerSettings) {
    this.#owner = owner
    this.#server = server
    this.#target = storedTarget(owner.readable, server.target)
    this.#rules = this.#storedRules()
    this.#features = this.featuresWith(this.featureSettings)
    this.#limits = this.#storedLimits()
    this.#transitions = this.#storedTransitions()
  }

  /** The rules in force. */
  get rules(): RuleEngine {
    return this.#rules
  }

  /** The features of ad accounts, beside those stored with each account. */
  get features(): FeatureSettings {
    return this.#features
  }

  /** The rate limits. A new setting is a new object. */
  get limits(): LimitSetting {
    return this.#limits
  }

  /** The API that the world stands for. */
  get target(): ApiTarget {
    return this.#target
  }

  /** The transitions, by kind. */
  get transitions(): Readonly<Record<string, ActiveTransition>> {
    return this.#transitions
  }

  /** The rule overrides that the world alone has, by rule id. */
  get ruleOverrides(): Readonly<Record<string, RuleOverride>> {
    return readSetting(this.#owner.readable, 'rules') ?? {}
  }

  /** The features that the world alone has, by ad account or `*` for all. */
  get featureSettings(): FeatureSettings {
    return readSetting(this.#owner.readable, 'features') ?? {}
  }

  /** The features that the world had before, each until a moment in Unix seconds. */
  get pastFeatureSettings(): readonly PastFeatures[] {
    return readSetting(this.#owner.readable, 'past_features') ?? []
  }

  /** Returns the features of ad accounts, beside those stored with each account, for settings of the world's own. */
  featuresWith(own: FeatureSettings): FeatureSettings {
    return featuresOver(this.#server.features, own)
  }

  /**
   * Replaces the settings that are present; all of them, or none.
   *
   * @param storeOthers Stores settings of resources in the same transaction.
   */
  change(settings: WorldSettings, storeOthers: () => void = () => {}): void {
    const putInForce = this.#owner.write(() => {
      storeOthers()
      return this.#store(settings)
    })
    putInForce()
  }

  /** Stores settings, as JSON texts by name, in place of all that the world has. Its clock and its data stay. */
  replace(settings: ReadonlyMap<string, string>): void {
    this.#owner.write(() => replaceSettings(this.#owner.db, settings, isSettingName))
    this.#readOthers()
    this.#limits = this.#storedLimits()
    this.#transitions = this.#storedTransitions()
  }

  /** Stores settings, and returns the function that puts them in force once they are committed. */
  #store({ transitions, ...settings }: WorldSettings): () => void {
    const { db, clock } = this.#owner
    const now = clock.seconds()
    const active = transitions && activeTransitions(transitions, this.#transitions, now)
    if (settings.features !== undefined) storePastFeatures(db, this.pastFeatureSettings, this.featureSettings, now)
    for (const [name, value] of Object.entries(settings)) if (value !== undefined) storeSetting(db, name, value)
    if (active !== undefined) {
      storeSetting(db, 'transitions', active)
      const kinds = new Set([...Object.keys(active), ...Object.keys(this.#transitions)])
      for (const kind of kinds) forgetReads(db, kind)
    }
    return () => {
      this.#readOthers()
      // Other settings leave the object as it is: counting begins anew with another one.
      if (settings.limits !== undefined) this.#limits = settings.limits
      else if (settings.profile !== undefined) this.#limits = this.#storedLimits()
      if (active !== undefined) this.#transitions = active
    }
  }

  #readOthers(): void {
    this.#target = storedTarget(this.#owner.readable, this.#server.target)
    this.#rules = this.#storedRules()
    this.#features = this.featuresWith(this.featureSettings)
  }

  #storedRules(): RuleEngine {
    return new RuleEngine({ ...overridesOf(this.#target), ...this.#server.rules, ...this.ruleOverrides })
  }

  #storedLimits(): LimitSetting {
    const { limits } = this.#server
    const ofServer = limits === 'off' ? (profileOf(this.#target.profile)?.limits ?? limits) : limits
    return readSetting<LimitSetting>(this.#owner.readable, 'limits') ?? ofServer
  }

  #storedTransitions(): Readonly<Record<string, ActiveTransition>> {
    return readSetting(this.#owner.readable, 'transitions') ?? {}
  }
}
