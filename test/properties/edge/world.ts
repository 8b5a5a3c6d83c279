import type { Answer, Json, Mock } from '#test/support/mock.ts'
import type { Act } from './acts.ts'

const kinds = ['campaigns', 'labels', 'keywords', 'boards', 'pins'] as const
type Kind = (typeof kinds)[number]

/** What a world has acknowledged: ids by kind in the order of their creation, and texts that tell them apart. */
interface Held {
  readonly account: string
  readonly campaign: string
  readonly ids: Readonly<Record<Kind, readonly string[]>>
  /** The highest id that was ever given. */
  readonly last: Readonly<Record<Kind, bigint>>
}

const nothing = { campaigns: [], labels: [], keywords: [], boards: [], pins: [] }
const none = { campaigns: 0n, labels: 0n, keywords: 0n, boards: 0n, pins: 0n }

/** A world that is filled to its limit, and what it must hold. */
export class EdgeWorld {
  readonly #server: Mock
  readonly #name: string
  #held: Held = { account: '', campaign: '', ids: nothing, last: none }
  #fork: Held | undefined
  #snapshot: Held | undefined
  #number = 0
  /** How many calls were refused for want of room. */
  refused = 0

  constructor(server: Mock, name: string) {
    this.#server = server
    this.#name = name
  }

  /** Makes what the acts are about; a reset makes it again. */
  async begin(): Promise<void> {
    const { body } = await this.#call('POST', '/v5/ad_accounts', { name: 'Edge' })
    const item = { name: 'first', objective_type: 'AWARENESS', daily_spend_cap: 1_000_000 }
    const made = await this.#call('POST', `/v5/ad_accounts/${body.id}/campaigns`, [item])
    const { id } = made.body.items[0].data
    this.#held = {
      account: body.id,
      campaign: id,
      ids: { ...nothing, campaigns: [id] },
      last: { ...none, campaigns: BigInt(id) },
    }
  }

  async do(act: Act): Promise<void> {
    switch (act.kind) {
      case 'fill': {
        while (await this.#create(act.with, 30, 1900)) {}
        return
      }
      case 'reset': {
        this.#must(await this.#call('POST', '/__mock/reset'), 200)
        return await this.begin()
      }
      case 'snapshot': {
        this.#must(await this.#call('PUT', `/__mock/snapshots/${this.#name}`), 200)
        this.#snapshot = this.#held
        return
      }
      case 'restore': {
        const restored = await this.#call('POST', `/__mock/snapshots/${this.#name}/restore`)
        this.#must(restored, this.#snapshot === undefined ? 404 : 200)
        this.#held = this.#snapshot ?? this.#held
        return
      }
      case 'fork': {
        const body = { name: `${this.#name}-fork`, from: { world: this.#name } }
        await this.#server.call('DELETE', `/__mock/worlds/${body.name}`)
        const made = await this.#server.call('POST', '/__mock/worlds', body)
        if (made.status === 507) this.refused++
        this.#fork = made.status === 507 ? undefined : this.#held
        this.#must(made, 200, 507)
        return
      }
      case 'back': {
        const from = { from: { world: `${this.#name}-fork` } }
        this.#must(await this.#call('POST', '/__mock/reset', from), this.#fork === undefined ? 404 : 200)
        this.#held = this.#fork ?? this.#held
        return
      }
      case 'rest':
        // One world may be open: another that is called puts this one to rest.
        this.#must(await this.#server.call('GET', '/v5/ad_accounts'), 200)
        return
      case 'export': {
        const { body } = await this.#call('GET', '/__mock/state')
        this.#must(await this.#call('PUT', '/__mock/state', body), 200, 507)
        return
      }
      default:
        await this.#create(act.kind, act.count, act.size)
    }
  }

  /** What is not as it was acknowledged, in sentences. */
  async wrongs(): Promise<readonly string[]> {
    const { ids } = this.#held
    const wrongs: string[] = []
    for (const kind of kinds) {
      const there = await this.#idsOf(kind)
      if (`${there}` !== `${ids[kind]}`) {
        const missing = ids[kind].filter((id) => !there.includes(id))
        const left = there.filter((id) => !ids[kind].includes(id))
        wrongs.push(`${kind}: ${missing.length} acknowledged are gone, ${left.length} are there that were refused`)
      }
    }
    return wrongs
  }

  /** Sends one call that creates; false when there was no room for it. */
  async #create(kind: Kind | 'seed', count: number, size: number): Promise<boolean> {
    const { account, campaign } = this.#held
    const names = Array.from({ length: count }, () => `${++this.#number}`)
    const url = `https://example.com/${'x'.repeat(size)}`
    const below = `/v5/ad_accounts/${account}`
    const [first = ''] = names
    if (kind === 'campaigns') {
      const base = { objective_type: 'AWARENESS', daily_spend_cap: 1_000_000, tracking_urls: { click: [url] } }
      const answer = await this.#call(
        'POST',
        `${below}/campaigns`,
        names.map((name) => ({ ...base, name })),
      )
      return this.#created('campaigns', answer, ({ items }) => items.map(({ data }: Json) => data.id))
    }
    if (kind === 'labels') {
      const labels = names.map((name) => ({ label_type: 'CUSTOM', value: `${name} ${'x'.repeat(Math.min(size, 40))}` }))
      const answer = await this.#call('POST', `${below}/labels`, { labels })
      return this.#created('labels', answer, ({ labels: made }) => made.map(({ id }: Json) => id))
    }
    if (kind === 'keywords') {
      const keywords = names.map((name) => ({
        match_type: 'EXACT_NEGATIVE',
        value: `${name} ${'x'.repeat(Math.min(size, 80))}`,
      }))
      const answer = await this.#call('POST', `${below}/keywords`, { parent_id: campaign, keywords })
      return this.#created('keywords', answer, ({ keywords: made }) => made.map(({ id }: Json) => id))
    }
    if (kind === 'boards') {
      const answer = await this.#call('POST', '/v5/boards', {
        name: first,
        description: 'x'.repeat(Math.min(size, 400)),
      })
      return this.#created('boards', answer, ({ id }) => [id])
    }
    if (kind === 'pins') {
      const sent = { title: first, media_source: { source_type: 'image_url', url } }
      return this.#created('pins', await this.#call('POST', '/v5/pins', sent), ({ id }) => [id])
    }
    const boards = names.map((name) => ({ alias: name, name, description: 'x'.repeat(Math.min(size, 400)) }))
    const answer = await this.#call('POST', '/__mock/seed', { boards })
    return this.#created('boards', answer, ({ boards: made }) => names.map((name) => made[name]))
  }

  #created(kind: Kind, answer: Answer, idsIn: (body: Json) => readonly string[]): boolean {
    if (answer.status === 507) {
      if (!/ would grow beyond the limit of (each|all worlds together), /.test(answer.body.message)) {
        throw new Error(`refused without a reason: ${JSON.stringify(answer.body)}`)
      }
      this.refused++
      return false
    }
    this.#must(answer, 200, 201)
    const { ids, last } = this.#held
    const made = idsIn(answer.body)
    let highest = last[kind]
    for (const id of made) {
      if (!(BigInt(id) > highest)) throw new Error(`the id ${id} of ${kind} does not rise above ${highest}`)
      highest = BigInt(id)
    }
    this.#held = {
      ...this.#held,
      ids: { ...ids, [kind]: [...ids[kind], ...made] },
      last: { ...last, [kind]: highest },
    }
    return true
  }

  async #idsOf(kind: Kind): Promise<readonly string[]> {
    const { account, campaign } = this.#held
    const paths = {
      campaigns: `/v5/ad_accounts/${account}/campaigns?`,
      labels: `/v5/ad_accounts/${account}/labels?`,
      keywords: `/v5/ad_accounts/${account}/keywords?campaign_id=${campaign}&`,
      boards: '/v5/boards?',
      pins: '/v5/pins?',
    }
    const ids: string[] = []
    let bookmark: string | null = ''
    do {
      const { body }: Answer = await this.#call('GET', `${paths[kind]}page_size=100&bookmark=${bookmark}`)
      ids.push(...body.items.map(({ id }: Json) => id))
      bookmark = body.bookmark
    } while (bookmark !== null)
    return ids
  }

  #call(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.#server.call(method, `/w/${this.#name}${path}`, body)
  }

  #must({ status, body }: Answer, ...allowed: readonly number[]): void {
    if (!allowed.includes(status)) throw new Error(`answered ${status}: ${JSON.stringify(body).slice(0, 500)}`)
  }
}
