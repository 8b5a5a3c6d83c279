import t from 'tap'
import fc from '#test/support/fast-check.ts'
import { type Mock, mock } from '#test/support/mock.ts'
import { type Driven, drive, type Known } from './driver.ts'
import { type Call, call } from './model.ts'

/** What is done to a world as a whole between calls. */
type Act = 'keep' | 'restore' | 'reset' | 'rest' | 'feature'

const step = fc.oneof(
  { weight: 9, arbitrary: call },
  { weight: 1, arbitrary: fc.constantFrom<Act>('keep', 'restore', 'reset', 'rest', 'feature') },
)

const lists = ['', '?entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT', '?order=DESCENDING&page_size=2']

/** A world of a server, and what is done to it. */
class Side {
  readonly #server: Mock
  readonly #name: string
  readonly #known: Known = { campaigns: [], adGroups: [], labels: [], toggled: new Set() }
  #account = ''

  constructor(server: Mock, name: string) {
    this.#server = server
    this.#name = name
  }

  async begin(): Promise<void> {
    this.#account = (await this.#call('POST', '/v5/ad_accounts', { name: 'Test' })).body.id
    await this.do('keep')
  }

  async make(one: Call): Promise<void> {
    const below = `/v5/ad_accounts/${this.#account}`
    const driven: Driven = {
      clock: this.#server.clock,
      get: (path) => this.#call('GET', below + path),
      post: (path, body) => this.#call('POST', below + path, body),
      patch: (path, body) => this.#call('PATCH', below + path, body),
      edit: (kind, id, change) => this.#call('PATCH', `/__mock/entities/${kind}/${id}`, change),
    }
    await drive(driven, this.#known, one)
  }

  async do(act: Act): Promise<void> {
    const snapshot = `/__mock/snapshots/${this.#name}`
    // The path of a call names a label: one that is gone would be a 404, which the driver takes for a failure.
    if (act === 'restore' || act === 'reset') this.#known.labels.length = 0
    if (act === 'keep') await this.#call('PUT', snapshot)
    if (act === 'restore') await this.#call('POST', `${snapshot}/restore`)
    if (act === 'reset') await this.#call('POST', '/__mock/reset', { from: { snapshot: this.#name } })
    if (act === 'rest') await this.#server.call('GET', '/w/another/v5/ad_accounts')
    if (act === 'feature') {
      await this.#call('PUT', '/__mock/settings', { features: { '*': { billing_disabled: true } } })
    }
  }

  /** What it answers to reads, each asked twice. */
  async responses(): Promise<readonly unknown[]> {
    const below = `/v5/ad_accounts/${this.#account}`
    const entities = ['campaigns', 'ad_groups'].flatMap((kind) => lists.map((query) => `${below}/${kind}${query}`))
    const ones = this.#known.campaigns.slice(0, 2).map((id) => `${below}/campaigns/${id}`)
    const responses: unknown[] = []
    for (const path of [...entities, ...ones, `${below}/labels`, below, '/v5/ad_accounts']) {
      for (const time of [1, 2]) {
        const { status, body } = await this.#call('GET', path)
        responses.push({ path, time, status, body })
      }
    }
    return responses
  }

  #call(method: string, path: string, body?: unknown) {
    return this.#server.call(method, `/w/${this.#name}${path}`, body)
  }
}

t.test('no sequence of calls has a server that remembers answer otherwise than one that does not', async (t) => {
  const [cached, uncached] = [await mock(t, { mostOpen: 1 }), await mock(t, { mostOpen: 1, cache: false })]
  let worlds = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      const name = `world-${++worlds}`
      const sides = [new Side(cached, name), new Side(uncached, name)] as const
      for (const side of sides) await side.begin()
      for (const one of steps) {
        for (const side of sides) await (typeof one === 'string' ? side.do(one) : side.make(one))
        const [found, wanted] = [await sides[0].responses(), await sides[1].responses()]
        if (JSON.stringify(found) !== JSON.stringify(wanted)) {
          throw new Error(`${JSON.stringify(found)}\nand not\n${JSON.stringify(wanted)}`)
        }
      }
    }),
    { numRuns: Number(process.env.INVARIANT_RUNS ?? 30) },
  )
  t.pass(`${worlds} worlds were answered alike`)
})
