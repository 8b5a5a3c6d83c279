import type { z } from 'zod'
import { pathOfWorld, tokenOfWorld } from '../domain/world-name.ts'
import type { ReportReply } from '../inspection/report-schema.ts'
import { faultVerbs } from './fault-verbs.ts'
import { requestVerbs } from './request-verbs.ts'
import { type Control, controlAt, type Fetch } from './transport.ts'

/** What a new world is a copy of: a seed, a snapshot, or another world as it is now. */
export type From = { readonly seed: string } | { readonly snapshot: string } | { readonly world: string }

/** A world's time. */
export interface Time {
  /** Unix seconds. */
  readonly now: number
  /** ISO 8601 in UTC. */
  readonly iso: string
  readonly frozen: boolean
}

/** A moment: Unix seconds, ISO 8601 with a zone, or a Date. */
export type Moment = number | string | Date

/** What clients of a world did. */
export type Report = z.output<typeof ReportReply>

/** What every world of a server is reached with. */
export interface Reach {
  /** Where the server is: `http://127.0.0.1:7468`. */
  readonly origin: string
  readonly fetch: Fetch
  /** What test control wants as `x-mock-token`, when it wants one. */
  readonly controlToken?: string | undefined
}

const momentOf = (moment: Moment): number | string => (moment instanceof Date ? moment.toISOString() : moment)

/** A world of a server: data, time, faults, limits and a journal of its own, and the verbs that work on them. */
export class MockWorld {
  /** The world's name; `default` is the one without `/w/{name}` in its URLs. */
  readonly name: string
  /** Where the world is, without `/v5`. */
  readonly url: string
  /** What API clients take as their base URL: with `/v5`. */
  readonly baseUrl: string
  /** A bearer token that selects this world also where the URL does not. */
  readonly token: string
  /** Environment variables that point Pinterest's Python SDK here. */
  readonly env: Readonly<Record<string, string>>
  /** Sends a request: by HTTP, or straight to the application when the mock does not listen. */
  readonly fetch: Fetch
  readonly #reach: Reach
  readonly #control: Control

  constructor(reach: Reach, name: string) {
    this.name = name
    this.url = reach.origin + pathOfWorld(name)
    this.baseUrl = `${this.url}/v5`
    this.token = tokenOfWorld(name)
    this.env = {
      PINTEREST_API_URI: this.baseUrl,
      PINTEREST_ACCESS_TOKEN: this.token,
      ACCESS_TOKEN: this.token,
    }
    this.fetch = reach.fetch
    this.#reach = reach
    this.#control = controlAt(reach.fetch, this.url, reach.controlToken)
    this.faults = faultVerbs(this.#control)
    this.requests = requestVerbs(this.#control)
  }

  /** The world of that name, on the same server. It comes to life from the seed when it is first called. */
  world(name: string): MockWorld {
    return new MockWorld(this.#reach, name)
  }

  /** A new world that is a copy of this one as it is now. `ttl`: deleted when unused for so many seconds. */
  async fork(options: { readonly name?: string; readonly ttl?: number } = {}): Promise<MockWorld> {
    return this.create({ ...options, from: { world: this.name } })
  }

  /** A new world; a copy of the server's seed when `from` is absent. */
  async create(
    options: { readonly name?: string; readonly from?: From; readonly ttl?: number } = {},
  ): Promise<MockWorld> {
    const { name } = await this.#control<{ name: string }>('POST', '/worlds', options)
    return this.world(name)
  }

  /** Deletes this world; it comes to life anew when it is called again. */
  async delete(): Promise<void> {
    await this.#control('DELETE', `/worlds/${this.name}`)
  }

  /** Gives this world the state of the server's seed, or of what is given. */
  async reset(from?: From): Promise<void> {
    await this.#control('POST', '/reset', from === undefined ? {} : { from })
  }

  /** Does the same with every world of the server, and gives their names. */
  async resetAll(from?: From): Promise<readonly string[]> {
    const body = from === undefined ? {} : { from }
    return (await this.#control<{ worlds: string[] }>('POST', '/reset?world=all', body)).worlds
  }

  /** Keeps what this world is now under a name, for `restore` and for `from: { snapshot }`. */
  async snapshot(name: string): Promise<void> {
    await this.#control('PUT', `/snapshots/${name}`)
  }

  /** Makes this world what a snapshot has kept. */
  async restore(name: string): Promise<void> {
    await this.#control('POST', `/snapshots/${name}/restore`)
  }

  /** This world's time. Everything obeys it. */
  readonly clock = {
    /** How it stands. */
    now: (): Promise<Time> => this.#control('GET', '/time'),
    /** Stops it, at that moment or at the present one. */
    freeze: (at?: Moment): Promise<Time> =>
      this.#control('POST', '/time/freeze', at === undefined ? {} : { at: momentOf(at) }),
    /** Moves it to that moment. */
    set: (to: Moment): Promise<Time> => this.#control('POST', '/time/set', { to: momentOf(to) }),
    /** Moves it on by an ISO 8601 duration such as `P7D`, or back by `-PT1H`. */
    advance: (by: string): Promise<Time> => this.#control('POST', '/time/advance', { by }),
    /** Lets it go on. */
    tick: (): Promise<Time> => this.#control('POST', '/time/tick'),
  }

  /** Features of ad accounts, overrides of rules, and limits of this world. */
  readonly settings = {
    /** What this world alone has been told. */
    get: (): Promise<Settings> => this.#control('GET', '/settings'),
    /** Replaces the parts that are given. */
    set: (settings: Partial<Settings>): Promise<Settings> => this.#control('PUT', '/settings', settings),
  }

  /** What is done to this world's calls on purpose. */
  readonly faults: ReturnType<typeof faultVerbs>

  /** What this world was asked. */
  readonly requests: ReturnType<typeof requestVerbs>

  /** What clients did, what they never met, and habits of theirs that break in production. */
  report(): Promise<Report> {
    return this.#control('GET', '/report')
  }

  /**
   * Adds a seed's entities on top of what is there, all of them or none.
   *
   * @returns Their ids by section and alias: `ids.campaigns['spring-sale']`.
   */
  seed(seed: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
    return this.#control('POST', '/seed', seed)
  }

  /** Puts an entity into a state that the API does not lead to: `edit('ads', id, { review: 'REJECTED' })`. */
  edit(
    kind: string,
    id: string,
    change: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.#control('PATCH', `/entities/${kind}/${id}`, change)
  }

  /** This world as JSON. */
  readonly state = {
    /** Everything that it holds. */
    export: (): Promise<Readonly<Record<string, unknown>>> => this.#control('GET', '/state'),
    /** Makes it what was exported, here or elsewhere. */
    import: async (state: Readonly<Record<string, unknown>>): Promise<void> => {
      await this.#control('PUT', '/state', state)
    },
  }
}

/** What a world can be told while it runs. */
export interface Settings {
  /** Features by ad account id, or for all as `*`. */
  readonly features: Readonly<Record<string, Readonly<Record<string, boolean>>>>
  /** Rules by id: another code or message, or off. */
  readonly rules: Readonly<
    Record<string, { readonly code?: number; readonly message?: string; readonly off?: boolean }>
  >
  /** `off`, `trial`, `standard`, or figures by rate category. */
  readonly limits: 'off' | 'trial' | 'standard' | Readonly<Record<string, Readonly<Record<string, number>>>>
}
