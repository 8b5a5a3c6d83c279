import { ask, type WireAnswer } from '#test/plugins/wire.ts'
import type { Json, Mock } from '#test/support/mock.ts'
import { type Driven, drive, type Known } from './driver.ts'
import type { Call } from './model.ts'

/** What is done to a world as a whole between calls. */
export const acts = ['keep', 'restore', 'reset', 'rest', 'feature', 'limits', 'fault', 'stub'] as const

/** One of `acts`. */
export type Act = (typeof acts)[number]

const lists = [
  '',
  '?colour=red',
  '?entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT',
  '?order=DESCENDING&page_size=2',
]

/** The headers that reads are sent with: a server that remembers answers the third of the same before it is routed. */
const often = [{}, {}, {}]
const asked: readonly Readonly<Record<string, string>>[] = [
  ...often,
  { 'accept-encoding': 'gzip' },
  { 'accept-encoding': 'gzip' },
  { origin: 'http://page.test', authorization: 'Bearer another' },
]

/** What no two servers have in common: ids of requests, of which each one has its own, and times of the machine. */
const ofItsOwn = /"(?:duration_ms|received|date)": ?(?:"[^"]*"|[\d.]+)|\b1\d{15}\b|\b[0-9a-f]{32}\b/g

/** Returns a text in which that is numbered by its first appearance. */
function comparable(text: string): string {
  const numbers = new Map<string, number>()
  return text.replace(ofItsOwn, (found) => {
    if (found.startsWith('"')) return found.slice(0, found.indexOf(':'))
    const number = numbers.get(found) ?? numbers.size
    numbers.set(found, number)
    return `#${number}`
  })
}

/** A world of a server that is called over the network, and what is done to it. */
export class Side {
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
    const snapshot = `/snapshots/${this.#name}`
    const match = { operation: 'campaigns/list' }
    // The path of a call names a label: one that is gone would be a 404, which the driver takes for a failure.
    if (act === 'restore' || act === 'reset') this.#known.labels.length = 0
    if (act === 'keep') await this.#control('PUT', snapshot)
    if (act === 'restore') await this.#control('POST', `${snapshot}/restore`)
    if (act === 'reset') await this.#control('POST', '/reset', { from: { snapshot: this.#name } })
    if (act === 'rest') await this.#server.call('GET', '/w/another/v5/ad_accounts')
    if (act === 'feature') await this.#control('PUT', '/settings', { features: { '*': { billing_disabled: true } } })
    if (act === 'limits') await this.#control('PUT', '/settings', { limits: { ads_read: { per_minute: 20 } } })
    if (act === 'fault') await this.#control('POST', '/faults', { match, effect: 'server_error', times: 2 })
    if (act === 'stub') await this.#control('POST', '/stubs', { match, response: { status: 418 } })
  }

  /** What it answers to reads, headers included. */
  async responses(): Promise<string> {
    const below = `/v5/ad_accounts/${this.#account}`
    const entities = ['campaigns', 'ad_groups'].flatMap((kind) => lists.map((query) => `${below}/${kind}${query}`))
    const ones = this.#known.campaigns.slice(0, 2).map((id) => `${below}/campaigns/${id}`)
    const responses: unknown[] = []
    for (const [at, path] of [...entities, ...ones, `${below}/labels`, below, '/v5/ad_accounts'].entries()) {
      for (const headers of at % 3 === 0 ? asked : often) responses.push(await this.#read(path, headers))
    }
    return comparable(JSON.stringify(responses))
  }

  /** What its journal has, and what is reported of it. */
  async journal(): Promise<string> {
    const [requests, report] = [await this.#read('/__mock/requests?limit=1000'), await this.#read('/__mock/report')]
    return comparable(requests.body + report.body)
  }

  async #read(path: string, headers: Readonly<Record<string, string>> = {}) {
    const sent = { host: 'localhost', ...headers }
    const answer = await ask(this.#server, `/w/${this.#name}${path}`, { headers: sent })
    if (path.startsWith('/__mock') && answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return { path, status: answer.status, headers: headersOf(answer), body: answer.body.toString('latin1') }
  }

  async #control(method: string, path: string, body?: Json): Promise<void> {
    const { status, body: answer } = await this.#call(method, `/__mock${path}`, body)
    if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`)
  }

  #call(method: string, path: string, body?: unknown) {
    return this.#server.call(method, `/w/${this.#name}${path}`, body)
  }
}

/** Returns the headers of an answer in the order of their names. */
const headersOf = ({ headers }: WireAnswer) =>
  Object.fromEntries(Object.entries(headers).toSorted(([one], [other]) => (one < other ? -1 : 1)))
