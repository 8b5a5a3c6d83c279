import { changeCountOf, connectionIdOf } from '#db/change-count.ts'
import type { Database } from '#db/database.ts'
import { forgetReads } from '#db/reads.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import { inTransaction } from '#db/transaction.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import { Faults } from '../domain/faults/faults.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'
import { RuleEngine } from '../domain/rules/rule-engine.ts'
import { Stubs } from '../domain/stubs/stubs.ts'
import { Clock, type ClockState } from '../domain/time/clock.ts'
import { type ActiveTransition, activeTransitions } from '../domain/time/transition.ts'
import type { Journal } from '../journal/journal.ts'
import { JournalStore } from '../journal/journal-store.ts'
import type { CreatedData, PastFeatures, WorldOptions, WorldSettings, Write } from './world-options.ts'

export type { CreatedData, PastFeatures, WorldOptions, WorldSettings, Write } from './world-options.ts'

/**
 * The version stamp of a world: a new object whenever data, settings or the second of its clock change, so that it can
 * key a cache by identity.
 */
export interface WorldVersion {
  /** The number of the database connection: a reference to the database would keep it in memory. */
  readonly database: number
  readonly changes: number
  /** Unix seconds of the world's clock: computed values have no finer resolution. */
  readonly second: number
}

/** What one test can have to itself: data, time, rules and features. */
export class World {
  readonly name: string
  /** The time of the world. Change it with `changeClock`, which stores the change for forks and files. */
  readonly clock: Clock
  /** Its latest requests. Not part of the database: forks, snapshots and files do not contain it. */
  readonly journal: Journal
  /** Its faults. Not part of the database: a reset removes them, and copies do not contain them. */
  readonly faults: Faults
  /** Its stubs. Not part of the database, as its faults. */
  readonly stubs: Stubs
  /** Whether a reset or deletion has put another world, or none, in its place. */
  isRetired = false
  #database: () => Database
  #placeholder: (() => Database) | undefined
  #write: Write
  readonly #rules: Readonly<Record<string, RuleOverride>>
  readonly #features: FeatureSettings
  #ruleEngine: RuleEngine
  #ownFeatures: FeatureSettings
  #limits: LimitSetting
  #transitions: Readonly<Record<string, ActiveTransition>>
  #version: WorldVersion | undefined

  constructor({
    name,
    database,
    placeholder,
    write = (work) => inTransaction(this.db, work),
    rules = {},
    features = {},
    limits = 'off',
    clock = new Clock(),
    journal,
    faults = new Faults(),
    stubs = new Stubs(),
  }: WorldOptions) {
    this.name = name
    this.clock = clock
    this.journal = journal ?? new JournalStore({ entries: 0 }).open(name)
    this.faults = faults
    this.stubs = stubs
    this.#database = database
    this.#placeholder = placeholder
    this.#write = write
    this.#rules = rules
    this.#features = features
    const clockState = readSetting<ClockState>(this.readable, 'clock')
    if (clockState !== undefined) clock.restore(clockState)
    this.#ruleEngine = this.#newRuleEngine()
    this.#ownFeatures = this.#newFeatures()
    this.#limits = readSetting<LimitSetting>(this.readable, 'limits') ?? limits
    this.#transitions = readSetting(this.readable, 'transitions') ?? {}
  }

  /**
   * The open database; reading it creates an uncreated world. Never keep it across an await: idle worlds are suspended.
   */
  get db(): Database {
    return this.#database()
  }

  /** The database for reads that must not create the world: that of the seed while it is uncreated. */
  get readable(): Database {
    return (this.#placeholder ?? this.#database)()
  }

  /** Whether the world is created: it has data of its own and is listed. */
  get isCreated(): boolean {
    return this.#placeholder === undefined
  }

  /** Turns an uncreated world into a created one with these data. */
  create({ database, write }: CreatedData): void {
    this.#database = database
    this.#write = write
    this.#placeholder = undefined
  }

  /** Marks the world as replaced, and closes its journal unless the next world of the name goes on with it. */
  retire(keepsJournal: boolean): void {
    this.isRetired = true
    if (!keepsJournal) this.journal.close()
  }

  /**
   * Runs synchronous work in one transaction: everything it writes is stored, or, when it throws, nothing. Creates an
   * uncreated world.
   *
   * @param isLarge Whether the work may write more than the body of a request holds.
   */
  write<Result>(work: () => Result, isLarge?: boolean): Result {
    if (!this.isCreated) void this.db
    return this.#write(work, isLarge)
  }

  /** The rules of the world. */
  get rules(): RuleEngine {
    return this.#ruleEngine
  }

  /** The features of its ad accounts, beside those stored with each account. */
  get features(): FeatureSettings {
    return this.#ownFeatures
  }

  /** The current version stamp. A stamp never returns once it was replaced. */
  get version(): WorldVersion {
    const { db, clock } = this
    const [database, changes, second] = [connectionIdOf(db), changeCountOf(db), clock.seconds()]
    const previous = this.#version
    if (previous?.database === database && previous.changes === changes && previous.second === second) return previous
    this.#version = { database, changes, second }
    return this.#version
  }

  /** Changes the time of the world and stores the change; a failure leaves the time unchanged. */
  changeClock(change: (clock: Clock) => void): void {
    // Where the world cannot be created, its time must not change.
    void this.db
    const before = this.clock.state
    change(this.clock)
    try {
      this.write(() => storeSetting(this.db, 'clock', this.clock.state))
    } catch (error) {
      this.clock.restore(before)
      throw error
    }
  }

  /** Replaces the settings that are present; all of them, or none. */
  changeSettings({ transitions, ...settings }: WorldSettings): void {
    const active = transitions && activeTransitions(transitions, this.#transitions, this.clock.seconds())
    this.write(() => {
      if (settings.features !== undefined) this.#keepPastFeatures()
      for (const [name, value] of Object.entries(settings)) if (value !== undefined) storeSetting(this.db, name, value)
      if (active === undefined) return
      storeSetting(this.db, 'transitions', active)
      for (const kind of new Set([...Object.keys(active), ...Object.keys(this.#transitions)]))
        forgetReads(this.db, kind)
    })
    if (settings.limits !== undefined) this.#limits = settings.limits
    if (active !== undefined) this.#transitions = active
    this.#ruleEngine = this.#newRuleEngine()
    this.#ownFeatures = this.#newFeatures()
  }

  /** The rule overrides that this world alone has, by rule id. */
  get ruleOverrides(): Readonly<Record<string, RuleOverride>> {
    return readSetting(this.readable, 'rules') ?? {}
  }

  /** The features that this world alone has, by ad account or `*` for all. */
  get featureSettings(): FeatureSettings {
    return readSetting(this.readable, 'features') ?? {}
  }

  /** The transitions that this world alone has, by kind. */
  get transitions(): Readonly<Record<string, ActiveTransition>> {
    return this.#transitions
  }

  /** Its rate limits. A new setting starts counting at zero. */
  get limits(): LimitSetting {
    return this.#limits
  }

  /** The features that it had before, each until a moment in Unix seconds: reports look into the past. */
  get pastFeatureSettings(): readonly PastFeatures[] {
    return readSetting(this.readable, 'past_features') ?? []
  }

  #keepPastFeatures(): void {
    const now = this.clock.seconds()
    const past = this.pastFeatureSettings.filter(({ until }) => until < now)
    const kept = past.length === 0 && Object.keys(this.featureSettings).length === 0 ? [] : past
    storeSetting(this.db, 'past_features', [...kept, { until: now, features: this.featureSettings }])
  }

  #newRuleEngine(): RuleEngine {
    return new RuleEngine({ ...this.#rules, ...this.ruleOverrides })
  }

  #newFeatures(): FeatureSettings {
    return this.featuresWith(this.featureSettings)
  }

  /** Returns the features of ad accounts, beside those stored with each account, for settings of the world's own. */
  featuresWith(own: FeatureSettings): FeatureSettings {
    const accounts = new Set([...Object.keys(this.#features), ...Object.keys(own)])
    return Object.fromEntries([...accounts].map((id) => [id, { ...this.#features[id], ...own[id] }]))
  }
}
