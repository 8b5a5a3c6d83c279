import type { FastifyInstance, FastifyPluginCallback } from 'fastify'
import type { Test } from 'tap'
import type { SizeLimits } from '#db/size-budget.ts'
import { buildApp } from '#server/app/app.ts'
import type { GuardOptions } from '#server/control/protocol/guard.ts'
import { type AuthSettings, openAuth } from '#server/domain/access/tokens.ts'
import type { FeatureSettings } from '#server/domain/ads/features.ts'
import type { FeedSources } from '#server/domain/catalogs/feeds/feed-sources.ts'
import { type ApiTarget, defaultTarget } from '#server/domain/profiles/target.ts'
import type { LimitSetting } from '#server/domain/rate-limit/rate-limits.ts'
import type { RuleOverride } from '#server/domain/rules/rule.ts'
import { Clock } from '#server/domain/time/clock.ts'
import type { Fallbacks } from '#server/http/implementation.ts'
import { builtInSeeds } from '#server/seeds/image.ts'
import { SeedStore } from '#server/seeds/seed-store.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { holdToChecks } from './checks.ts'
import { resourcesWithout } from './resources-without.ts'

/** JSON as a test reads it: with whatever members a test names. */
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what a test is about
export type Json = any

/** An answer: its status, its headers, and its body, parsed where it is JSON. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, Json>>
  readonly body: Json
}

/** What a test's world is made with. */
export interface MockOptions {
  readonly seed?: string
  readonly rules?: Readonly<Record<string, RuleOverride>>
  readonly features?: FeatureSettings
  readonly limits?: LimitSetting
  /** The API that worlds stand for. */
  readonly target?: Partial<ApiTarget>
  readonly auth?: Partial<AuthSettings>
  readonly dataDir?: string
  readonly bodyLimit?: number
  readonly mostWorlds?: number
  /** Whether a call makes the world that it names. */
  readonly worlds?: 'open' | 'strict'
  /** How many bytes each world may take, and all together. */
  readonly room?: SizeLimits
  readonly mostOpen?: number
  readonly mostSnapshots?: number
  readonly mostSnapshotBytes?: number
  /** Where the files of feeds may be read from. */
  readonly feedSources?: FeedSources
  readonly control?: GuardOptions | 'off'
  /** Each world has a clock of its own, which ticks; otherwise one frozen clock is all worlds'. */
  readonly ownClocks?: boolean
  /** How many requests each world remembers. */
  readonly journal?: number
  /** Whether repeated reads are answered from memory. */
  readonly cache?: boolean
  /** The ids of operations that the server does not implement. */
  readonly without?: readonly string[]
  /** What answers operations that the server does not have. */
  readonly fallbacks?: Fallbacks
  /** Sends on what is answered to another server. */
  readonly forward?: FastifyPluginCallback
  /** Milliseconds that running requests may take to finish when the server closes. */
  readonly patience?: number
  /** Whether reports have calls that no operation answers as a finding. */
  readonly unmatched?: 'report' | 'fail'
}

/** A server of one test, its clock frozen, every answer held to its schema. */
export interface Mock {
  readonly app: FastifyInstance
  /** The server's worlds. */
  readonly worlds: WorldRegistry
  readonly clock: Clock
  /** The machine's clock as the worlds sees it, for what is about the server. */
  readonly machine: Clock
  /** Unix seconds of the frozen clock. */
  readonly now: number
  /** The id of an ad account: the seed's first, or a new one in an empty world. */
  readonly account: string
  call(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** A call below the ad account: `get('/campaigns')`. */
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  /** The one item of a batch that the call created or changed; fails the test when it was refused. */
  create(path: string, item: Json): Promise<Json>
  change(path: string, item: Json): Promise<Json>
}

/** The moment at which every test's clock stands: 1 June 2026, 12:00 UTC. */
export const testNow = 1_780_315_200

/** The images of built-in seeds: made once, since every test's clock stands at the same moment. Worlds are copies. */
const images = new Map<string, Buffer>()

/** What a test's worlds begin with. */
function imageOf(seed: string, seeds: SeedStore): Buffer {
  if (!builtInSeeds.some((name) => name === seed)) return seeds.image()
  const image = images.get(seed) ?? seeds.image()
  images.set(seed, image)
  return image
}

/** A server for this test alone, closed when the test ends. */
export async function mock(t: Test, options: MockOptions = {}): Promise<Mock> {
  const { seed = 'empty', rules, features, limits = 'off', auth, dataDir, bodyLimit } = options
  const {
    room,
    worlds: mode,
    mostWorlds,
    mostOpen,
    mostSnapshots,
    mostSnapshotBytes,
    control,
    ownClocks,
    journal,
    cache,
  } = options
  const machine = new Clock()
  machine.freeze()
  const clock = new Clock()
  clock.freeze(testNow * 1000)
  const seeds = new SeedStore(seed, () => clock)
  const worlds = new WorldRegistry({
    image: imageOf(seed, seeds),
    ...(rules && { rules }),
    features: features ?? {},
    limits,
    target: { ...defaultTarget, ...options.target },
    directory: dataDir,
    mode,
    seeds,
    clock: () => (ownClocks ? new Clock() : clock),
    machine,
    sizeLimits: room,
    mostWorlds,
    mostOpen,
    mostSnapshots,
    mostSnapshotBytes,
    journal: { entries: journal },
  })
  const home = worlds.world('default')
  const isLimited = limits !== 'off'
  // What the world is made ready by does not count.
  if (isLimited) home.settings.change({ limits: 'off' })
  const app = buildApp({
    worlds,
    auth: { ...openAuth, ...auth },
    selfCheck: true,
    cache,
    bodyLimit,
    control,
    patience: options.patience,
    unmatched: options.unmatched,
    fallbacks: options.fallbacks,
    forward: options.forward,
    ...(options.without && { resources: resourcesWithout(options.without) }),
    feedSources: options.feedSources,
  })
  t.teardown(async () => {
    try {
      if (dataDir === undefined && worlds.has('default')) holdToChecks(worlds.world('default').db)
    } finally {
      await app.close()
    }
  })

  async function call(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
    const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const type = payload === undefined ? {} : { 'content-type': 'application/json' }
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: { authorization: 'Bearer test', ...type, ...headers },
      ...(payload !== undefined && { payload }),
    })
    const isJson = String(response.headers['content-type']).startsWith('application/json')
    return {
      status: response.statusCode,
      headers: response.headers,
      body: isJson && response.body !== '' ? response.json() : response.body,
    }
  }

  async function one(method: string, path: string, item: Json): Promise<Json> {
    const { status, body } = await call(method, `/v5/ad_accounts/${account}${path}`, [item])
    if (status !== 200 || body.items[0].data?.id === undefined) t.fail(`refused: ${JSON.stringify(body)}`)
    return body.items?.[0].data
  }

  const { body: accounts } = await call('GET', '/v5/ad_accounts')
  const first = accounts.items[0] ?? (await call('POST', '/v5/ad_accounts', { name: 'Test' })).body
  const account: string = first.id
  if (isLimited) home.settings.change({ limits })
  const below = `/v5/ad_accounts/${account}`
  return {
    app,
    worlds,
    clock,
    machine,
    now: testNow,
    account,
    call,
    get: (path) => call('GET', below + path),
    post: (path, body) => call('POST', below + path, body),
    patch: (path, body) => call('PATCH', below + path, body),
    create: (path, item) => one('POST', path, item),
    change: (path, item) => one('PATCH', path, item),
  }
}
