import type { Database } from '#db/database.ts'
import { readSetting, storeSetting } from '#db/settings.ts'
import { inTransaction, type RunInTransaction } from '#db/transaction.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import { Faults } from '../domain/faults/faults.ts'
import { type ApiTarget, defaultTarget } from '../domain/profiles/target.ts'
import type { RuleEngine } from '../domain/rules/rule-engine.ts'
import { Stubs } from '../domain/stubs/stubs.ts'
import { Clock, type ClockState } from '../domain/time/clock.ts'
import type { Journal } from '../journal/journal.ts'
import { JournalStore } from '../journal/journal-store.ts'
import { OwnSettings } from './own-settings.ts'
import type { CreatedData, WorldOptions, Write } from './world-options.ts'
import { currentVersion, type WorldVersion } from './world-version.ts'

export type { CreatedData, PastFeatures, WorldOptions, WorldSettings, Write } from './world-options.ts'

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
  /** Its settings: those of its own over the server's. */
  readonly settings: OwnSettings
  /** Whether a reset or deletion has put another world, or none, in its place. */
  isRetired = false
  #database: () => Database
  #placeholder: (() => Database) | undefined
  #write: Write
  #version: WorldVersion | undefined

  constructor({
    name,
    database,
    placeholder,
    write = (work, _isLarge, run = inTransaction) => run(this.db, work),
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
    this.settings = new OwnSettings(this, { rules, features, limits, target })
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
   * @param isLarge Whether the work may write more than the body of a request holds. `run` may use another transaction.
   */
  write<Result>(work: () => Result, isLarge?: boolean, run?: RunInTransaction): Result {
    if (!this.isCreated) void this.db
    return this.#write(work, isLarge, run)
  }

  /** The rules of the world. */
  get rules(): RuleEngine {
    return this.settings.rules
  }

  /** The features of its ad accounts, beside those stored with each account. */
  get features(): FeatureSettings {
    return this.settings.features
  }

  /** Its rate limits. A new setting starts counting at zero. */
  get limits(): OwnSettings['limits'] {
    return this.settings.limits
  }

  /** The API that it stands for: version, rehearsal and profile. */
  get target(): ApiTarget {
    return this.settings.target
  }

  /** The transitions that this world alone has, by kind. */
  get transitions(): OwnSettings['transitions'] {
    return this.settings.transitions
  }

  /** The current version stamp. A stamp never returns once it was replaced. */
  get version(): WorldVersion {
    this.#version = currentVersion(this, this.#version)
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
}
