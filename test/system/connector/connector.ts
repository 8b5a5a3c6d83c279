import type { Json } from '#test/support/mock.ts'

const headers = { authorization: 'Bearer any-text', 'content-type': 'application/json' }

/** The day that many days before the present one. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Sums of figures by column. */
export interface Sums {
  readonly [column: string]: number
}

const added = ['SPEND_IN_MICRO_DOLLAR', 'PAID_IMPRESSION', 'CLICKTHROUGH_1'] as const

/** Returns the sums of rows that have the same value in a column. */
export function sumBy(rows: readonly Json[], key: string): Record<string, Sums> {
  const sums: Record<string, Record<string, number>> = {}
  for (const row of rows) {
    const own = sums[row[key]] ?? {}
    sums[row[key]] = own
    for (const column of added) own[column] = (own[column] ?? 0) + (row[column] ?? 0)
  }
  return sums
}

/** Reads the large ad account as a connector does: lists, then figures in batches of ids, then reports. */
export class Connector {
  readonly #account: string
  readonly #control: string

  constructor(account: string, control: string) {
    this.#account = account
    this.#control = control
  }

  /** Returns one of the account that the seed `large` has. */
  static async of({ base_url, control_url }: Json): Promise<Connector> {
    const { items } = await json(`${base_url}/ad_accounts?page_size=250`)
    const { id } = items.find(({ name }: Json) => name === 'Large account')
    return new Connector(`${base_url}/ad_accounts/${id}`, control_url)
  }

  /** Returns the ids of all pages of a list. */
  async list(path: string): Promise<readonly string[]> {
    const ids: string[] = []
    for (let bookmark = ''; ; ) {
      const page = await json(`${this.#account}${path}?page_size=250${bookmark && `&bookmark=${bookmark}`}`)
      ids.push(...page.items.map(({ id }: Json) => id))
      if (page.bookmark === null) return ids
      bookmark = page.bookmark
    }
  }

  /** Returns the 90 days up to yesterday of entities, of 250 at a time; of the account when `name` is absent. */
  async daily(path: string, name: string | undefined, ids: readonly string[], columns: string): Promise<Json[]> {
    const span = `start_date=${daysAgo(90)}&end_date=${daysAgo(1)}&granularity=DAY&columns=${columns}`
    if (name === undefined) return json(`${this.#account}${path}/analytics?${span}`)
    const rows: Json[] = []
    for (let from = 0; from < ids.length; from += 250) {
      const some = ids.slice(from, from + 250).join(',')
      rows.push(...(await json(`${this.#account}${path}/analytics?${span}&${name}=${some}`)))
    }
    return rows
  }

  /** Returns the rows of an asynchronous report. Its wait is an advance of the clock. */
  async report(request: object): Promise<readonly Json[]> {
    const { token } = await json(`${this.#account}/reports`, request)
    for (let tries = 0; tries < 10; tries++) {
      const { report_status, url } = await json(`${this.#account}/reports?token=${encodeURIComponent(token)}`)
      if (report_status === 'FINISHED') return Object.values<Json>(await json(url)).flat()
      await json(`${this.#control}/time/advance`, { by: '6s' })
    }
    throw new Error(`the report ${JSON.stringify(request)} never finished`)
  }
}

async function json(url: string, body?: object): Promise<Json> {
  const response = await fetch(url, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response.json()
}
