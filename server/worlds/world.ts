import { changeCountOf, connectionIdOf } from '#db/change-count.ts'
import type { Database } from '#db/database.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import { inTransaction } from '#db/transaction.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import { Faults } from '../domain/faults/faults.ts'
import { type ApiTarget, defaultTarget } from '../domain/profiles/target.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '../domain/rules/rule.ts'
import type { RuleEngine } from '../domain/rules/rule-engine.ts'
import { Stubs } from '../domain/stubs/stubs.ts'
import { Clock, type ClockState } from '../domain/time/clock.ts'
import type { ActiveTransition } from '../domain/time/transition.ts'
import type { Journal } from '../journal/journal.ts'
import { JournalStore } from '../journal/journal-store.ts'
import { OwnSettings } from './own-settings.ts'
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
  readonly #settings: OwnSettings
  #version: WorldVersion | undefined

  constructor({
    name,
    database,
    placeholder,
    write = (work) => inTransaction(this.db, work),
    rules = {},
    features = {},
    limits = 'off',
    target = defaultTarget,
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
    const clockState = readSetting<ClockState>(this.readable, 'clock')
    if (clockState !== undefined) clock.restore(clockState)
    this.#settings = new OwnSettings(() => this.readable, { rules, features, limits, target })
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
    return this.#settings.rules
  }

  /** The features of its ad accounts, beside those stored with each account. */
  get features(): FeatureSettings {
    return this.#settings.features
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

  /**
   * Replaces the settings that are present; all of them, or none.
   *
   * @param storeOthers Stores settings of resources in the same transaction.
   */
  changeSettings(settings: WorldSettings, storeOthers: () => void = () => {}): void {
    const putInForce = this.write(() => {
      storeOthers()
      return this.#settings.store(this.db, settings, this.clock.seconds())
    })
    putInForce()
  }

  /** Stores settings, as JSON texts by name, in place of all that the world has. Its clock and its data stay. */
  replaceStoredSettings(settings: ReadonlyMap<string, string>): void {
    const putInForce = this.write(() => this.#settings.replace(this.db, settings))
    putInForce()
  }

  /** The rule overrides that this world alone has, by rule id. */
  get ruleOverrides(): Readonly<Record<string, RuleOverride>> {
    return this.#settings.ruleOverrides
  }

  /** The features that this world alone has, by ad account or `*` for all. */
  get featureSettings(): FeatureSettings {
    return this.#settings.featureSettings
  }

  /** The transitions that this world alone has, by kind. */
  get transitions(): Readonly<Record<string, ActiveTransition>> {
    return this.#settings.transitions
  }

  /** Its rate limits. A new setting starts counting at zero. */
  get limits(): LimitSetting {
    return this.#settings.limits
  }

  /** The API that it stands for: version, rehearsal and profile. */
  get target(): ApiTarget {
    return this.#settings.target
  }

  /** The features that it had before, each until a moment in Unix seconds: reports look into the past. */
  get pastFeatureSettings(): readonly PastFeatures[] {
    return this.#settings.pastFeatureSettings
  }

  /** Returns the features of ad accounts, beside those stored with each account, for settings of the world's own. */
  featuresWith(own: FeatureSettings): FeatureSettings {
    return this.#settings.featuresWith(own)
  }
}
