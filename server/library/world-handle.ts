import { pathOfWorld, tokenOfWorld } from '../domain/world-name.ts'
import { clockVerbs } from './clock-verbs.ts'
import { type Control, controlAt } from './control.ts'
import { deliveryVerbs } from './delivery-verbs.ts'
import { entityVerbs } from './entity-verbs.ts'
import { faultVerbs } from './fault-verbs.ts'
import { feedVerbs } from './feed-verbs.ts'
import { leadVerbs } from './lead-verbs.ts'
import { requestVerbs } from './request-verbs.ts'
import { ruleVerbs } from './rule-verbs.ts'
import { seedVerbs } from './seed-verbs.ts'
import { settingsVerbs } from './settings-verbs.ts'
import { snapshotVerbs } from './snapshot-verbs.ts'
import { stateVerbs } from './state-verbs.ts'
import { stubVerbs } from './stub-verbs.ts'
import type { Fetch } from './transport.ts'
import { type WorldFetch, worldFetch } from './world-fetch.ts'
import { worldVerbs } from './world-verbs.ts'

/** The connection to a server, which all of its worlds share. */
export interface Connection {
  /** The origin of the server: `http://127.0.0.1:7468`. */
  readonly origin: string
  readonly fetch: Fetch
  /** The token of test control, if the server requires one. */
  readonly controlToken?: string | undefined
}

/** The address of a world, and the verbs on its parts. */
export class WorldHandle {
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
  /**
   * Sends a request by HTTP, or directly to the application when the mock does not listen. A path such as `/ad_accounts` is
   * one of this world, and gets its token.
   */
  readonly fetch: WorldFetch
  /** The clock of this world. */
  readonly clock: ReturnType<typeof clockVerbs>
  /** The features of ad accounts, overrides of rules, and limits of this world. */
  readonly settings: ReturnType<typeof settingsVerbs>
  /** What the ads of this world deliver. */
  readonly delivery: ReturnType<typeof deliveryVerbs>
  /** The content of the feeds of this world's catalogs. */
  readonly feeds: ReturnType<typeof feedVerbs>
  /** The leads of this world, and what webhooks received of them. */
  readonly leads: ReturnType<typeof leadVerbs>
  /** The rules of this world. */
  readonly rules: ReturnType<typeof ruleVerbs>
  /** The faults of this world. */
  readonly faults: ReturnType<typeof faultVerbs>
  /** The stubs of this world. */
  readonly stubs: ReturnType<typeof stubVerbs>
  /** The journal of this world. */
  readonly requests: ReturnType<typeof requestVerbs>
  /** The entities of this world, past what the API allows. */
  readonly entities: ReturnType<typeof entityVerbs>
  /** The seeds of the server, and those that were applied to this world. */
  readonly seeds: ReturnType<typeof seedVerbs>
  /** The snapshots of the server. */
  readonly snapshots: ReturnType<typeof snapshotVerbs>
  /** This world as JSON. */
  readonly state: ReturnType<typeof stateVerbs>
  /** All worlds of the server. */
  readonly worlds: ReturnType<typeof worldVerbs>
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
    const { fetch, controlToken } = connection
    this.fetch = worldFetch(fetch, { url: this.url, token: this.token, controlToken })
    const control = controlAt(fetch, this.url, controlToken)
    this.clock = clockVerbs(control)
    this.settings = settingsVerbs(control)
    this.delivery = deliveryVerbs(control)
    this.feeds = feedVerbs(control)
    this.leads = leadVerbs(control)
    this.rules = ruleVerbs(control)
    this.faults = faultVerbs(control)
    this.stubs = stubVerbs(control)
    this.requests = requestVerbs(control)
    this.entities = entityVerbs(control)
    this.seeds = seedVerbs(control)
    this.snapshots = snapshotVerbs(control)
    this.state = stateVerbs(control)
    this.worlds = worldVerbs(control)
    this.#connection = connection
    this.#control = control
  }

  protected get connection(): Connection {
    return this.#connection
  }

  protected get control(): Control {
    return this.#control
  }
}
