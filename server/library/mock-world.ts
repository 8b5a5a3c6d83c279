import type { z } from 'zod'
import { pathOfWorld, tokenOfWorld } from '../domain/world-name.ts'
import type { ReportReply } from '../inspection/report-schema.ts'
import { clockVerbs } from './clock-verbs.ts'
import { faultVerbs } from './fault-verbs.ts'
import { requestVerbs } from './request-verbs.ts'
import { settingsVerbs } from './settings-verbs.ts'
import { stateVerbs } from './state-verbs.ts'
import { type Control, controlAt, type Fetch } from './transport.ts'

/**
 * The source that a world is copied from: a seed, a snapshot, or another world in its present state.
 *
 * @example
 * const from: From = { seed: 'empty' }
 * await mock.reset(from)
 */
export type From = { readonly seed: string } | { readonly snapshot: string } | { readonly world: string }

/**
 * The report on the calls to a world: operations, errors, rules and faults that its clients met, those that they never
 * met, and `findings`: calls that pass here and cause harm in production.
 *
 * @example
 * const report: Report = await mock.report()
 * console.log(report.findings.map(({ finding, count }) => `${finding}: ${count}`))
 */
export type Report = z.output<typeof ReportReply>

/** The connection to a server, which all of its worlds share. */
export interface Connection {
  /** The origin of the server: `http://127.0.0.1:7468`. */
  readonly origin: string
  readonly fetch: Fetch
  /** The token of test control, if the server requires one. */
  readonly controlToken?: string | undefined
}

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
export class MockWorld {
  /** The name of the world; the URLs of `default` have no `/w/{name}`. */
  readonly name: string
  /** The URL of the world, without `/v5`. */
  readonly url: string
  /** The base URL for clients of the API, with `/v5`. */
  readonly baseUrl: string
  /** A bearer token that selects this world, also where the URL does not. */
  readonly token: string
  /** Environment variables that point Pinterest's Python SDK at this world. */
  readonly env: Readonly<Record<string, string>>
  /** Sends a request by HTTP, or directly to the application when the mock does not listen. */
  readonly fetch: Fetch
  /** The clock of this world. */
  readonly clock: ReturnType<typeof clockVerbs>
  /** The features of ad accounts, overrides of rules, and limits of this world. */
  readonly settings: ReturnType<typeof settingsVerbs>
  /** The faults of this world. */
  readonly faults: ReturnType<typeof faultVerbs>
  /** The journal of this world. */
  readonly requests: ReturnType<typeof requestVerbs>
  /** This world as JSON. */
  readonly state: ReturnType<typeof stateVerbs>
  readonly #connection: Connection
  readonly #control: Control

  constructor(connection: Connection, name: string) {
    this.name = name
    this.url = connection.origin + pathOfWorld(name)
    this.baseUrl = `${this.url}/v5`
    this.token = tokenOfWorld(name)
    this.env = {
      PINTEREST_API_URI: this.baseUrl,
      PINTEREST_ACCESS_TOKEN: this.token,
      ACCESS_TOKEN: this.token,
    }
    this.fetch = connection.fetch
    this.#connection = connection
    this.#control = controlAt(connection.fetch, this.url, connection.controlToken)
    this.clock = clockVerbs(this.#control)
    this.settings = settingsVerbs(this.#control)
    this.faults = faultVerbs(this.#control)
    this.requests = requestVerbs(this.#control)
    this.state = stateVerbs(this.#control)
  }

  /**
   * Returns another world of the same server. It is created from the seed on its first call.
   *
   * @example
   * const world = mock.world('checkout-test')
   */
  world(name: string): MockWorld {
    return new MockWorld(this.#connection, name)
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
  async fork(options: { readonly name?: string; readonly ttl?: number | string } = {}): Promise<MockWorld> {
    return this.create({ ...options, from: { world: this.name } })
  }

  /**
   * Creates a world from a source; from the server's seed when `from` is absent.
   *
   * @throws ControlError when the name is invalid or taken, or the source does not exist.
   * @example
   * const world = await mock.create({ name: 'blank', from: { seed: 'empty' } })
   */
  async create(
    options: { readonly name?: string; readonly from?: From; readonly ttl?: number | string } = {},
  ): Promise<MockWorld> {
    const { name } = await this.#control<{ name: string }>('POST', '/worlds', options)
    return this.world(name)
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
    await this.#control('DELETE', `/worlds/${this.name}`)
  }

  /**
   * Resets this world to the server's seed, or to a source.
   *
   * @throws ControlError when the source does not exist.
   * @example
   * await mock.reset({ seed: 'empty' })
   */
  async reset(from?: From): Promise<void> {
    await this.#control('POST', '/reset', from === undefined ? {} : { from })
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
    return (await this.#control<{ worlds: string[] }>('POST', '/reset?world=all', body)).worlds
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
    await this.#control('PUT', `/snapshots/${name}`)
  }

  /**
   * Resets this world to a snapshot, also of another world.
   *
   * @throws ControlError when there is none of that name.
   * @example
   * await mock.snapshot('before')
   * await mock.restore('before')
   */
  async restore(name: string): Promise<void> {
    await this.#control('POST', `/snapshots/${name}/restore`)
  }

  /**
   * Returns the report on the calls to this world.
   *
   * @example
   * const { met, never, findings } = await mock.report()
   */
  report(): Promise<Report> {
    return this.#control('GET', '/report')
  }

  /**
   * Adds the entities of a seed to this world, all of them or none. Amounts are in micro-currency, times in Unix seconds,
   * ISO 8601, or durations from now such as `-30d`.
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
  seed(seed: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
    return this.#control('POST', '/seed', seed)
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
  edit(
    kind: string,
    id: string,
    change: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.#control('PATCH', `/entities/${kind}/${id}`, change)
  }
}
