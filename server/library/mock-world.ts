import type { About } from './about.ts'
import type { Entity } from './entity-verbs.ts'
import type { EntityChanges } from './generated/entities.ts'
import type { EntityKindName } from './generated/names.ts'
import { type Report, type ReportForm, type ReportOptions, reportBy } from './report.ts'
import type { Seed, SeededIds } from './seed-verbs.ts'
import type { Restored, RestoreOptions } from './snapshot-verbs.ts'
import { WorldHandle } from './world-handle.ts'
import type { From, WorldOptions } from './world-source.ts'

/**
 * A world of a server, with data, time, faults, limits and a journal of its own.
 *
 * @example
 * const world = await mock.fork()
 * const response = await world.fetch(`${world.baseUrl}/ad_accounts`, {
 *   headers: { authorization: `Bearer ${world.token}` },
 * })
 * await world.delete()
 */
export class MockWorld extends WorldHandle {
  /**
   * Returns another world of the same server. It is created from the seed on its first call; with `worlds: 'strict'` that
   * call is refused, unless `create` or `fork` has made the world.
   *
   * @example
   * const world = mock.world('checkout-test')
   */
  world(name: string): MockWorld {
    return new MockWorld(this.connection, name)
  }

  /**
   * Creates a world that is a copy of this one in its present state.
   *
   * @param options `name`: any free one when absent. `ttl`: the disuse after which the world is deleted, in seconds or as
   * text such as `10m`; never when absent.
   * @throws ControlError when the name is invalid or taken.
   * @example
   * const world = await mock.fork({ ttl: 60 })
   */
  async fork(options: Omit<WorldOptions, 'from'> = {}): Promise<MockWorld> {
    return this.create({ ...options, from: { world: this.name } })
  }

  /**
   * Creates a world from a source; from the server's seed when `from` is absent.
   *
   * @throws ControlError when the name is invalid or taken, or the source does not exist.
   * @example
   * const world = await mock.create({ name: 'blank', from: { seed: 'empty' } })
   */
  async create(options: WorldOptions = {}): Promise<MockWorld> {
    return this.world((await this.worlds.create(options)).name)
  }

  /**
   * Deletes this world. The next call creates it anew from the seed.
   *
   * @throws ControlError when it does not exist.
   * @example
   * const world = await mock.fork()
   * await world.delete()
   */
  async delete(): Promise<void> {
    await this.worlds.delete(this.name)
  }

  /**
   * Resets this world to the server's seed, or to a source.
   *
   * @throws ControlError when the source does not exist.
   * @example
   * await mock.reset({ seed: 'empty' })
   */
  async reset(from?: From): Promise<void> {
    await this.control('POST', '/reset', from === undefined ? {} : { from })
  }

  /**
   * Resets every world of the server, and returns their names.
   *
   * @throws ControlError with the worlds that could not be reset.
   * @example
   * const names = await mock.resetAll()
   */
  async resetAll(from?: From): Promise<readonly string[]> {
    const body = from === undefined ? {} : { from }
    return (await this.control<{ worlds: string[] }>('POST', '/reset?world=all', body)).worlds
  }

  /**
   * Stores the present state of this world under a name, for `restore` and for `from: { snapshot }`. An older snapshot of
   * the same name is replaced.
   *
   * @throws ControlError when the name is invalid, or snapshots have no room left.
   * @example
   * await mock.snapshot('three-campaigns')
   */
  async snapshot(name: string): Promise<void> {
    await this.snapshots.take(name)
  }

  /**
   * Resets this world to a snapshot of its own, or of another world as `world/name`.
   *
   * @param options `keep`: what stays as it is, of the clock, faults, the journal and settings.
   * @returns What the world has no longer: journaled requests, faults and waits.
   * @throws ControlError when there is none of that name.
   * @example
   * await mock.snapshot('before')
   * await mock.restore('before')
   */
  restore(name: string, options: RestoreOptions = {}): Promise<Restored> {
    return this.snapshots.restore(name, options)
  }

  /**
   * Returns the report on the calls to this world, or to all.
   *
   * @throws ControlError with the report when it does not pass a threshold of the options.
   * @example
   * const { met, never, findings } = await mock.report()
   * const text = await mock.report({ world: 'all', fail_on: 'duplicate-create', as: 'markdown' })
   */
  report<Form extends ReportForm = 'json'>(
    options: ReportOptions<Form> = {},
  ): Promise<Form extends 'json' ? Report : string> {
    return reportBy(this.control, options)
  }

  /**
   * Returns the server's description of itself: its version, addresses, rules in force, worlds, and the room that they
   * take.
   *
   * @example
   * const { version, worlds } = await mock.about()
   */
  about(): Promise<About> {
    return this.control('GET', '/')
  }

  /**
   * Adds the entities of a seed to this world, all of them or none. Amounts are in micro-currency, times in Unix seconds,
   * ISO 8601, or durations from now such as `-30d`. Text is read as YAML.
   *
   * @returns Their ids by section and alias.
   * @throws ControlError with every mistake of the seed.
   * @example
   * const ids = await mock.seed({
   *   ad_accounts: [{ alias: 'shop', name: 'Shop' }],
   *   campaigns: [
   *     {
   *       alias: 'spring-sale',
   *       ad_account: 'shop',
   *       name: 'Spring sale',
   *       objective_type: 'AWARENESS',
   *       daily_spend_cap: 20_000_000,
   *     },
   *   ],
   * })
   * console.log(ids.campaigns?.['spring-sale'])
   */
  seed(seed: Seed | string): Promise<SeededIds> {
    return this.seeds.apply(seed)
  }

  /**
   * Puts an entity into a state that the API does not lead to, and returns it as the API does.
   *
   * @throws ControlError when the entity does not exist, or the change is invalid.
   * @example
   * const { campaigns } = await mock.seed({
   *   ad_accounts: [{ alias: 'shop', name: 'Shop' }],
   *   campaigns: [
   *     { alias: 'sale', ad_account: 'shop', name: 'Sale', objective_type: 'AWARENESS', daily_spend_cap: 20_000_000 },
   *   ],
   * })
   * await mock.edit('campaigns', campaigns?.sale ?? '', { status: 'ARCHIVED' })
   */
  edit<Kind extends EntityKindName>(kind: Kind, id: string, change: EntityChanges[Kind]): Promise<Entity> {
    return this.entities.edit(kind, id, change)
  }
}
