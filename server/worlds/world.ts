import type { Database } from '#db/database.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import { changesOf, inTransaction, numberOf } from '#db/statements.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import { Faults } from '../domain/faults/faults.ts'
import type { LimitSetting } from '../domain/rate-limit/rate-limits.ts'
import { RuleEngine, type RuleOverride } from '../domain/rules/rule.ts'
import { Clock, type ClockState } from '../domain/time/clock.ts'
import { type Journal, JournalStore } from '../journal/journal.ts'

/** Does work in one transaction; `isLarge` when it may write more than a request can bring. */
export type Write = <Result>(work: () => Result, isLarge?: boolean) => Result

/** What a world was told by test control. */
export interface WorldSettings {
  readonly rules?: Readonly<Record<string, RuleOverride>> | undefined
  readonly features?: FeatureSettings | undefined
  readonly limits?: LimitSetting | undefined
}

/** Where the data of a world that is made are. */
export interface CreatedData {
  /** Opens its database, or gives the open one. */
  readonly database: () => Database
  readonly write: Write
}

/** What a world is made with. */
export interface WorldOptions {
  readonly name: string
  /** Opens its database, or gives the open one; makes the world where there is none yet. */
  readonly database: () => Database
  /** What stands for its database while the world is not made; absent for a world that is. */
  readonly unmade?: () => Database
  /** Does work on it in one transaction; in one that nobody looks at when absent. */
  readonly write?: Write
  /** The rules' overrides that hold unless the world has been told otherwise. */
  readonly rules?: Readonly<Record<string, RuleOverride>>
  /** The features of ad accounts that hold unless the world has been told otherwise. */
  readonly features?: FeatureSettings
  /** What callers are held to unless the world has been told otherwise; `off` when absent. */
  readonly limits?: LimitSetting
  readonly clock?: Clock
  /** Where its requests are remembered; nowhere when absent. */
  readonly journal?: Journal
}

/** A world as it is: one object as long as nothing has changed that answers are made of, then another. */
export interface WorldVersion {
  /** Which database: a number, since a database that is closed would be kept by who remembers it. */
  readonly database: number
  readonly changes: number
  /** Unix seconds of the world's clock: nothing that is computed when it is read knows less. */
  readonly second: number
}

/** Everything that one test may have to itself: data, time, and the rules and features it plays by. */
export class World {
  readonly name: string
  /** The world's time. Change it with `changeClock`, so that forks and files carry the change. */
  readonly clock: Clock
  /** Its latest requests. Not in the database: neither forks nor snapshots nor files carry it. */
  readonly journal: Journal
  /** What is done to its requests on purpose. Not in the database: a reset ends it, and no copy has it. */
  readonly faults = new Faults()
  #database: () => Database
  #unmade: (() => Database) | undefined
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
    unmade,
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
    this.#unmade = unmade
    this.#write = write
    this.#rules = rules
    this.#features = features
    const told = readSetting<ClockState>(this.readable, 'clock')
    if (told !== undefined) clock.restore(told)
    this.#ruleEngine = this.#newRuleBook()
    this.#ownFeatures = this.#newFeatures()
    this.#limits = readSetting<LimitSetting>(this.readable, 'limits') ?? limits
  }

  /**
   * The open database; asking for it makes a world that is not made yet. Never kept across an await: a world that is not
   * used is put to rest.
   */
  get db(): Database {
    return this.#database()
  }

  /** The database for those who only read, and whose reading makes no world: that of the seed where there is none yet. */
  get readable(): Database {
    return (this.#unmade ?? this.#database)()
  }

  /** Whether the world is there: it has data of its own, and is listed. */
  get isCreated(): boolean {
    return this.#unmade === undefined
  }

  /** Gives a world that was not made the data that it has from now on. */
  create({ database, write }: CreatedData): void {
    this.#database = database
    this.#write = write
    this.#unmade = undefined
  }

  /**
   * Does the work in one transaction: all of it is stored, or, when it throws, nothing. Synchronous. Makes a world that
   * is not made yet.
   *
   * @param isLarge Whether the work may write more than a request can bring.
   */
  write<Result>(work: () => Result, isLarge?: boolean): Result {
    if (!this.isCreated) void this.db
    return this.#write(work, isLarge)
  }

  /** The rules that it plays by. */
  get rules(): RuleEngine {
    return this.#ruleEngine
  }

  /** What its ad accounts have, beside what is stored with each. */
  get features(): FeatureSettings {
    return this.#ownFeatures
  }

  /** The world's data, settings and time as they are now. What it was once it never is again. */
  get version(): WorldVersion {
    const { db, clock } = this
    const [database, changes, second] = [numberOf(db), changesOf(db), clock.seconds()]
    const known = this.#version
    if (known?.database === database && known.changes === changes && known.second === second) return known
    this.#version = { database, changes, second }
    return this.#version
  }

  /** Changes the world's time, and remembers that; when it cannot, the time goes on as it did. */
  changeClock(change: (clock: Clock) => void): void {
    // A world that cannot be made has its time as before.
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

  /** Replaces the parts of what it was told that are given; all of them, or none. */
  changeSettings(told: WorldSettings): void {
    this.write(() => {
      for (const [name, value] of Object.entries(told)) if (value !== undefined) storeSetting(this.db, name, value)
    })
    if (told.limits !== undefined) this.#limits = told.limits
    this.#ruleEngine = this.#newRuleBook()
    this.#ownFeatures = this.#newFeatures()
  }

  /** What this world alone has been told of rules, by their ids. */
  get ruleOverrides(): Readonly<Record<string, RuleOverride>> {
    return readSetting(this.readable, 'rules') ?? {}
  }

  /** What this world alone has been told of features, by ad account or for all of them as `*`. */
  get featureSettings(): FeatureSettings {
    return readSetting(this.readable, 'features') ?? {}
  }

  /** What callers are held to. Another setting counts from nothing. */
  get limits(): LimitSetting {
    return this.#limits
  }

  #newRuleBook(): RuleEngine {
    return new RuleEngine({ ...this.#rules, ...this.ruleOverrides })
  }

  #newFeatures(): FeatureSettings {
    const own = this.featureSettings
    const accounts = new Set([...Object.keys(this.#features), ...Object.keys(own)])
    return Object.fromEntries([...accounts].map((id) => [id, { ...this.#features[id], ...own[id] }]))
  }
}
