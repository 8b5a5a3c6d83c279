import { withQuery } from './control.ts'
import type { Entity } from './entity-verbs.ts'
import type { Coverage } from './generated/control.ts'
import type { EntityChanges } from './generated/entities.ts'
import type { EntityKindName } from './generated/names.ts'
import type { Why } from './journaled-request.ts'
import { type ReportForm, type ReportIn, type ReportOptions, reportBy } from './report.ts'
import type { RequestReference } from './request-reference.ts'
import type { Seed, SeededIds } from './seed-verbs.ts'
import type { Restored, RestoreOptions } from './snapshot-verbs.ts'
import { WorldHandle } from './world-handle.ts'
import { bodyOfReset, type ResetOptions, type SeedOrFrom } from './world-source.ts'

/** A world with the verbs on its contents. */
export class WorldContents extends WorldHandle {
  /**
   * Resets this world to the server's seed, or to a source; whole, or parts of it.
   *
   * @param from A source, the name of a seed, or the options.
   * @param options `only`: the parts that are reset. `keep`: the parts that are not.
   * @throws ControlError when the source does not exist.
   * @example
   * await mock.reset()
   * await mock.reset('empty')
   * await mock.reset({ only: ['journal', 'faults'] })
   */
  async reset(from?: SeedOrFrom | ResetOptions, options?: ResetOptions): Promise<void> {
    await this.control('POST', '/reset', bodyOfReset(from, options))
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
   * @param options `keep`: what stays as it is, of the clock, faults, the journal, settings and stubs.
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
  report<Form extends ReportForm = 'json'>(options: ReportOptions<Form> = {}): Promise<ReportIn<Form>> {
    return reportBy(this.control, options)
  }

  /**
   * Returns how many of the operations and rules the calls to this world met, and which they never met.
   *
   * @param options `world`: `all` for all worlds of the server.
   * @example
   * const { operations } = await mock.coverage()
   * console.log(operations.ratio, operations.never)
   */
  coverage(options: { readonly world?: 'all' } = {}): Promise<Coverage> {
    return this.control('GET', withQuery('/coverage', options))
  }

  /**
   * Returns the metrics of the server as OpenMetrics text, which Prometheus reads.
   *
   * @example
   * console.log(await mock.metrics())
   */
  metrics(): Promise<string> {
    return this.control('GET', '/metrics')
  }

  /**
   * Explains the response to a request, which is passed itself or by its id.
   *
   * @throws ControlError when the journal of this world has no such request.
   * @example
   * const response = await mock.fetch('/ad_accounts', { headers: { authorization: '' } })
   * const { verdict, reasons } = await mock.why(response)
   */
  why(request: RequestReference): Promise<Why> {
    return this.requests.why(request)
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
