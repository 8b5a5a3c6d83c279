import { Worlds } from '../db/worlds.ts'
import { Clock } from './domain/clock.ts'
import type { FeatureSettings } from './domain/features.ts'
import type { LimitSetting } from './domain/rate-limits.ts'
import type { RuleBook } from './domain/rule.ts'
import { type World, worldOf } from './world.ts'

/** What every world of a server is made with. */
export interface StageOptions {
  /** A directory for one file per world; all in memory when absent. */
  readonly directory?: string | undefined
  /** The seeded image that a new world is a copy of. */
  readonly image: Buffer
  readonly rules: RuleBook
  readonly features?: FeatureSettings
  /** What callers of a new world are held to; `off` when absent. */
  readonly limits?: LimitSetting
  /** Makes the clock of a new world. */
  readonly clock?: () => Clock
}

/** A server's worlds. */
export class Stage {
  readonly rules: RuleBook
  readonly #databases: Worlds
  readonly #worlds = new Map<string, World>()
  readonly #features: FeatureSettings
  readonly #limits: LimitSetting
  readonly #clock: () => Clock

  constructor({ directory, image, rules, features = {}, limits = 'off', clock = () => new Clock() }: StageOptions) {
    this.#databases = new Worlds({ directory, image })
    this.rules = rules
    this.#features = features
    this.#limits = limits
    this.#clock = clock
  }

  /** The world of that name, brought to life from the seed when nobody has asked for it before. */
  world(name: string): World {
    const known = this.#worlds.get(name)
    if (known !== undefined) return known
    const world = worldOf({
      name,
      db: this.#databases.get(name),
      clock: this.#clock(),
      rules: this.rules,
      features: this.#features,
      limits: this.#limits,
    })
    this.#worlds.set(name, world)
    return world
  }

  /** The names of all worlds. */
  names(): readonly string[] {
    return this.#databases.names()
  }

  /** Gives the world the seed's state and a fresh clock. */
  reset(name: string): World {
    this.#worlds.delete(name)
    this.#databases.reset(name)
    return this.world(name)
  }

  close(): void {
    this.#worlds.clear()
    this.#databases.close()
  }
}
