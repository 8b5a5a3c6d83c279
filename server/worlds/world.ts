import { changeCountOf, connectionIdOf } from '#db/change-count.ts'
import type { Database } from '#db/database.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import { inTransaction } from '#db/transaction.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import { Faults } from '../domain/faults/faults.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import { RuleEngine, type RuleOverride } from '../domain/rules/rule.ts'
import { Clock, type ClockState } from '../domain/time/clock.ts'
import type { Journal } from '../journal/journal.ts'
import { JournalStore } from '../journal/journal-store.ts'

/** Runs work in one transaction; `isLarge` when it may write more than the body of a request holds. */
export type Write = <Result>(work: () => Result, isLarge?: boolean) => Result

/** The settings that test control gives a world. */
export interface WorldSettings {
  readonly rules?: Readonly<Record<string, RuleOverride>> | undefined
  readonly features?: FeatureSettings | undefined
  readonly limits?: LimitSetting | undefined
}

/** The data of a created world. */
export interface CreatedData {
  /** Returns the open database; opens it where it is closed. */
  readonly database: () => Database
  readonly write: Write
}

/** What a world is constructed with. */
export interface WorldOptions {
  readonly name: string
  /** Returns the open database; opens it, and creates the world where it is uncreated. */
  readonly database: () => Database
  /** Returns the database that an uncreated world is read from; absent for a created world. */
  readonly placeholder?: () => Database
  /** Runs work in one transaction; without size checks when absent. */
  readonly write?: Write
  /** The rule overrides of a world without settings of its own. */
  readonly rules?: Readonly<Record<string, RuleOverride>>
  /** The features of ad accounts of a world without settings of its own. */
  readonly features?: FeatureSettings
  /** The rate limits of a world without settings of its own; `off` when absent. */
  readonly limits?: LimitSetting
  readonly clock?: Clock
  /** Records its requests; none are recorded when absent. */
  readonly journal?: Journal
}

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
  readonly faults = new Faults()
  #database: () => Database
  #placeholder: (() => Database) | undefined
  #write: Write
  readonly #rules: Readonly<Record<string, RuleOverride>>
  readonly #features: FeatureSettings
  #ruleEngine: RuleEngine
  #ownFeatures: FeatureSettings
  #limits: LimitSetting
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
  }: WorldOptions) {
    this.name = name
    this.clock = clock
    this.journal = journal ?? new JournalStore({ entries: 0 }).open(name)
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
  changeSettings(settings: WorldSettings): void {
    this.write(() => {
      for (const [name, value] of Object.entries(settings)) if (value !== undefined) storeSetting(this.db, name, value)
    })
    if (settings.limits !== undefined) this.#limits = settings.limits
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

  /** Its rate limits. A new setting starts counting at zero. */
  get limits(): LimitSetting {
    return this.#limits
  }

  #newRuleEngine(): RuleEngine {
    return new RuleEngine({ ...this.#rules, ...this.ruleOverrides })
  }

  #newFeatures(): FeatureSettings {
    const own = this.featureSettings
    const accounts = new Set([...Object.keys(this.#features), ...Object.keys(own)])
    return Object.fromEntries([...accounts].map((id) => [id, { ...this.#features[id], ...own[id] }]))
  }
}
