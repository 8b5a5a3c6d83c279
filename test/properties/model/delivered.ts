import type { Json } from '#test/support/mock.ts'
import { agree, Disagreement } from './disagreement.ts'
import { day, mustDeliver } from './rules/delivery.ts'
import type { DeliveryDay } from './rules/state.ts'
import type { TestWorld } from './test-world.ts'

/** Days back that reports reach, and ids that a request takes. */
const limits = { days: 89, ids: 250 }

const columns = 'SPEND_IN_MICRO_DOLLAR,PAID_IMPRESSION'
/** Swedish dates are written as ISO dates are. */
const dates = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' })
const dateOf = (number: number): string => dates.format(number * day * 1000)

/** Holds what was delivered day by day to what could be, what must have been, and what could be spent at most. */
export async function everyDelivery(world: TestWorld): Promise<void> {
  const { state } = world
  const today = Math.floor(state.now / day)
  const days = new Map([...state.days].filter(([number]) => number >= today - limits.days))
  const first = Math.min(...days.keys())
  if (days.size === 0) return
  const rowsOf = (path: string, name: string, ids: readonly string[]) => rowsByDay(world, path, name, ids, first, today)
  const ofAds = await rowsOf('/ads', 'ad', [...state.ads.keys()])
  const ofAdGroups = await rowsOf('/ad_groups', 'ad_group', [...state.adGroups.keys()])
  const ofCampaigns = await rowsOf('/campaigns', 'campaign', [...state.campaigns.keys()])
  for (const [number, known] of days) {
    holdAds(world, number, known, ofAds)
    holdSpend(number, known, new Map([...ofCampaigns, ...ofAdGroups]))
  }
}

type Rows = ReadonlyMap<string, Json>

const keyOf = (id: string, number: number): string => `${id} on ${dateOf(number)}`

function holdAds({ state }: TestWorld, number: number, known: DeliveryDay, rows: Rows): void {
  for (const ad of state.ads.values()) {
    const key = keyOf(ad.id, number)
    const delivered = rows.has(key)
    if (delivered && !known.open.has(ad.id))
      throw new Disagreement(`${key}: ${JSON.stringify(rows.get(key))} of an ad that could not deliver`)
    if (!delivered && mustDeliver(state, ad, known))
      throw new Disagreement(`${key}: nothing of an ad that could deliver all day`)
  }
}

function holdSpend(number: number, { most }: DeliveryDay, rows: Rows): void {
  for (const [id, limit] of most) {
    const { SPEND_IN_MICRO_DOLLAR: spend = 0 } = rows.get(keyOf(id, number)) ?? {}
    if (spend > limit) throw new Disagreement(`${keyOf(id, number)}: ${spend} spent of at most ${limit}`)
  }
}

/** Asks for the rows of entities, each of one day. */
async function rowsByDay(
  { get }: TestWorld,
  path: string,
  name: string,
  ids: readonly string[],
  first: number,
  last: number,
): Promise<Rows> {
  const rows = new Map<string, Json>()
  for (let from = 0; from < ids.length; from += limits.ids) {
    const span = `start_date=${dateOf(first)}&end_date=${dateOf(last)}&granularity=DAY&columns=${columns}`
    const some = ids.slice(from, from + limits.ids)
    const { status, body } = await get(`${path}/analytics?${span}&${name}_ids=${some.join(',')}`)
    agree(`${path}/analytics?${span}`, { status }, { status: 200 })
    for (const row of body) rows.set(`${row[`${name.toUpperCase()}_ID`]} on ${row.DATE}`, row)
  }
  return rows
}
