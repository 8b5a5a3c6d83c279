import type { Json } from '#test/support/mock.ts'
import { absent, History } from './history.ts'
import { type Caller, lookAtData, lookAtSnapshot, lookAtWorld, must } from './look.ts'
import type { Random } from './random.ts'

/** Changes a world and a snapshot of it, one act after the other, and remembers every state of both. */
export class Writer {
  readonly world: History
  readonly snapshot: History
  readonly #random: Random
  /** Where the record stands. */
  readonly #place: () => number
  #call: Caller
  #account = ''
  #number = 0
  /** Where an act began that was not acknowledged. */
  #startedAt: number | undefined

  constructor(name: string, random: Random, place: () => number) {
    this.world = new History(name)
    this.snapshot = new History(`${name}-kept`)
    this.#random = random
    this.#place = place
    this.#call = async () => ({ status: 0, text: '' })
  }

  /**
   * Goes on with a server that was started: what there is must be what there was before, but for an act that was not
   * acknowledged. Now and then nobody looks, so that the first that opens the world is an act.
   */
  async goOn(call: Caller): Promise<void> {
    this.#call = call
    const isNew = this.world.name === 'default' && this.world.last === absent
    const startedAt = isNew ? 0 : this.#startedAt
    if (startedAt === undefined && this.#random.oneIn(2)) return
    const acknowledged = this.#place()
    const isKept = isNew
    for (const [history, look] of [
      [this.world, lookAtWorld],
      [this.snapshot, lookAtSnapshot],
    ] as const) {
      const digest = await look(call, history.name)
      if (digest === history.last) continue
      if (startedAt === undefined)
        throw new Error(`${history.name} is ${digest} after a start, and was ${history.last}`)
      history.add({ digest, startedAt, acknowledged, isKept })
    }
    this.#startedAt = undefined
  }

  async act(): Promise<void> {
    if (this.world.last === absent) return this.#make()
    const die = this.#random.upTo(100)
    if (die < 4) await this.#change(true, 'POST', this.#own('/reset'))
    else if (die < 9) await this.#keep()
    else if (die < 13) await this.#restore()
    else if (die < 15) await this.#forget()
    else if (die < 18) await this.#throughJson()
    else if (die < 23 && this.world.name !== 'default') await this.#change(false, 'DELETE', this.#listed)
    else if (die < 50) await this.#campaigns()
    else if (die < 60) await this.#renameCampaigns()
    else if (die < 70) await this.#labels()
    else if (die < 85) await this.#board()
    else await this.#deleteBoard()
  }

  get #listed(): string {
    return `/__mock/worlds/${this.world.name}`
  }

  #own(path: string): string {
    return `/w/${this.world.name}/__mock${path}`
  }

  /** Changes the world, and remembers what it is then. */
  async #change(isKept: boolean, method: string, path: string, body?: unknown): Promise<void> {
    const { startedAt, acknowledged } = await this.#done(method, path, body)
    this.world.add({ digest: await lookAtWorld(this.#call, this.world.name), startedAt, acknowledged, isKept })
    this.#startedAt = undefined
  }

  /** Makes a call, and tells where the record stood before and after. */
  async #done(method: string, path: string, body?: unknown): Promise<{ startedAt: number; acknowledged: number }> {
    const startedAt = this.#place()
    this.#startedAt = startedAt
    await must(this.#call, method, path, body)
    return { startedAt, acknowledged: this.#place() }
  }

  async #make(): Promise<void> {
    const { name } = this.world
    if (this.#random.oneIn(3)) return this.#change(true, 'POST', this.#own('/reset'))
    const ttl = this.#random.oneIn(2) ? { ttl: 10_000 + this.#random.upTo(10_000) } : {}
    await this.#change(true, 'POST', '/__mock/worlds', { name, ...ttl })
  }

  async #keep(): Promise<void> {
    const digest = await lookAtData(this.#call, this.world.name)
    const done = await this.#done('PUT', this.#own(`/snapshots/${this.snapshot.name}`))
    this.snapshot.add({ digest, ...done, isKept: true })
    this.#startedAt = undefined
  }

  async #forget(): Promise<void> {
    if (this.snapshot.last === absent) return
    const done = await this.#done('DELETE', this.#own(`/snapshots/${this.snapshot.name}`))
    this.snapshot.add({ digest: absent, ...done, isKept: false })
    this.#startedAt = undefined
  }

  async #restore(): Promise<void> {
    if (this.snapshot.last === absent) return
    await this.#change(true, 'POST', this.#own(`/snapshots/${this.snapshot.name}/restore`))
  }

  async #throughJson(): Promise<void> {
    await this.#change(true, 'PUT', this.#own('/state'), await must(this.#call, 'GET', this.#own('/state')))
  }

  async #below(path: string): Promise<string> {
    const url = `/w/${this.world.name}/v5`
    if (this.#account === '') this.#account = (await must(this.#call, 'GET', `${url}/ad_accounts`)).items[0].id
    return `${url}/ad_accounts/${this.#account}${path}`
  }

  async #campaigns(): Promise<void> {
    const url = `https://example.com/${'x'.repeat(this.#random.upTo(1900))}`
    const item = { objective_type: 'AWARENESS', daily_spend_cap: 1_000_000, tracking_urls: { click: [url] } }
    const items = Array.from({ length: 1 + this.#random.upTo(30) }, () => ({ ...item, name: `${++this.#number}` }))
    await this.#change(false, 'POST', await this.#below('/campaigns'), items)
  }

  async #renameCampaigns(): Promise<void> {
    const path = await this.#below('/campaigns')
    const { items } = await must(this.#call, 'GET', `${path}?page_size=30&order=DESCENDING`)
    const named = items.map(({ id }: Json) => ({ id, ad_account_id: this.#account, name: `${++this.#number}` }))
    if (named.length > 0) await this.#change(false, 'PATCH', path, named)
  }

  async #labels(): Promise<void> {
    const labels = Array.from({ length: 10 }, () => ({ label_type: 'CUSTOM', value: `${++this.#number}` }))
    await this.#change(false, 'POST', await this.#below('/labels'), { labels })
  }

  async #board(): Promise<void> {
    await this.#change(false, 'POST', `/w/${this.world.name}/v5/boards`, { name: `${++this.#number}` })
  }

  async #deleteBoard(): Promise<void> {
    const { items } = await must(this.#call, 'GET', `/w/${this.world.name}/v5/boards`)
    const own = items.find(({ name }: Json) => /^\d+$/.test(name))
    if (own !== undefined) await this.#change(false, 'DELETE', `/w/${this.world.name}/v5/boards/${own.id}`)
  }
}
