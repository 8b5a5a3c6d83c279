import { imageOfState, StateError } from '#db/export.ts'
import { Clock } from '#server/domain/time/clock.ts'
import { type Driven, drive, type Known } from '#test/properties/invariants/driver.ts'
import { brokenInvariants } from '#test/properties/invariants/invariants.ts'
import type { Call } from '#test/properties/invariants/model.ts'
import { type Json, testNow } from '#test/support/mock.ts'

/** What a world must hold, as its client knows it. */
interface Expected {
  readonly known: Known
  readonly time: number
}

/** A world of a running server, called over HTTP, with what it must hold. */
export class SoakWorld {
  readonly account: string
  /** The world's clock as its client knows it. */
  readonly clock = new Clock()
  readonly #url: string
  #known: Known
  #kept: Expected | undefined
  /** How many calls of the API were made since the journal began. */
  #sent = 0

  private constructor(url: string, account: string, { known, time }: Expected) {
    this.#url = url
    this.account = account
    this.#known = known
    this.clock.freeze(time)
  }

  /** A new, empty world. */
  static async make(origin: string, name: string): Promise<SoakWorld> {
    const url = `${origin}/w/${name}`
    await send('POST', `${url}/__mock/reset`, { from: { seed: 'empty' } })
    await send('POST', `${url}/__mock/time/freeze`, { at: testNow })
    const { id } = await send('POST', `${url}/v5/ad_accounts`, { name })
    const known = { campaigns: [], adGroups: [], labels: [], toggled: new Set<string>() }
    const world = new SoakWorld(url, id, { known, time: testNow * 1000 })
    world.#sent = 1
    return world
  }

  /** Makes one call of a random sequence. */
  async call(call: Call): Promise<void> {
    if (call.kind !== 'advance') return drive(this.#driven, this.#known, call)
    const { now } = await send('POST', `${this.#url}/__mock/time/advance`, { by: `P${Math.abs(call.days)}D` })
    this.clock.freeze(now * 1000)
  }

  /** Keeps what the world is now. */
  async keep(): Promise<void> {
    await send('PUT', `${this.#url}/__mock/snapshots/${this.name}`)
    this.#kept = this.#expected
  }

  /** Gives the world back what it kept, if it has. */
  async restore(): Promise<void> {
    if (this.#kept === undefined) return
    await send('POST', `${this.#url}/__mock/snapshots/${this.name}/restore`)
    this.#known = copyOf(this.#kept.known)
    this.clock.freeze(this.#kept.time)
    this.#sent = 0
  }

  /** Exports the world and imports what came out. */
  async throughJson(): Promise<void> {
    await send('PUT', `${this.#url}/__mock/state`, await send('GET', `${this.#url}/__mock/state`))
    this.#sent = 0
  }

  /** A copy of this world as it is now. */
  async fork(origin: string, name: string): Promise<SoakWorld> {
    const from = { world: this.name }
    await send('POST', `${origin}/w/${name}/__mock/reset`, { from })
    return new SoakWorld(`${origin}/w/${name}`, this.account, this.#expected)
  }

  get name(): string {
    return this.#url.slice(this.#url.lastIndexOf('/') + 1)
  }

  /** The server that it is a world of. */
  get origin(): string {
    return this.#url.slice(0, this.#url.indexOf('/w/'))
  }

  /** What it has, in the order of its creation. */
  get known(): Known {
    return this.#known
  }

  /** How many calls of the API were made since its journal began. */
  get sent(): number {
    return this.#sent
  }

  /** A call of its test control, which answers 200. */
  control(method: string, path: string, body?: unknown): Promise<Json> {
    return send(method, `${this.#url}/__mock${path}`, body)
  }

  /** A call of its test control that is refused, as it is answered. */
  async refused(method: string, path: string, body?: unknown): Promise<Json> {
    const url = `${this.#url}/__mock${path}`
    const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    if (answer.status < 400 || answer.status >= 500) throw new Error(`${method} ${url}: ${answer.status}`)
    return answer.json()
  }

  /** The status of a call of the API below its ad account; 0 when there is no answer. */
  async status(path: string): Promise<number> {
    this.#sent++
    try {
      const answer = await fetch(`${this.#url}/v5/ad_accounts/${this.account}${path}`, { headers })
      await answer.text()
      return answer.status
    } catch {
      return 0
    }
  }

  /** The id of its latest request, if there is one. */
  async latest(): Promise<string | undefined> {
    return (await this.control('GET', '/requests?limit=1')).items[0]?.id
  }

  /** What is wrong with what the world holds; nothing when every invariant holds. */
  async broken(): Promise<readonly string[]> {
    const invariants = await brokenInvariants(this.#driven, this.#known)
    return [...invariants, ...refusedOf(await send('GET', `${this.#url}/__mock/state`))]
  }

  get #expected(): Expected {
    return { known: copyOf(this.#known), time: this.clock.milliseconds() }
  }

  get #driven(): Driven {
    const below = `${this.#url}/v5/ad_accounts/${this.account}`
    const answered = async (method: string, path: string, body?: unknown) => {
      this.#sent++
      return { status: 200, headers: {}, body: await send(method, below + path, body) }
    }
    return {
      clock: this.clock,
      get: (path) => answered('GET', path),
      post: (path, body) => answered('POST', path, body),
      patch: (path, body) => answered('PATCH', path, body),
      edit: async (kind, id, change) => {
        const body = JSON.stringify(change)
        const answer = await fetch(`${this.#url}/__mock/entities/${kind}/${id}`, { method: 'PATCH', headers, body })
        return { status: answer.status, body: await answer.json() }
      },
    }
  }
}

const copyOf = ({ campaigns, adGroups, labels, toggled }: Known): Known => ({
  campaigns: [...campaigns],
  adGroups: [...adGroups],
  labels: [...labels],
  toggled: new Set(toggled),
})

/** What its tables demand, and the state breaks. */
function refusedOf(state: Json): readonly string[] {
  try {
    imageOfState(state)
    return []
  } catch (error) {
    if (error instanceof StateError) return [error.message]
    throw error
  }
}

const headers = { authorization: 'Bearer soak', 'content-type': 'application/json' }

async function send(method: string, url: string, body?: unknown): Promise<Json> {
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
  if (answer.status !== 200) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
