import { get, pageOf, textOf } from '../api.ts'
import type { Child, LargeChild } from '../child.ts'
import type { Call } from '../connection.ts'
import type { ReadyRows } from './bare-group-by.ts'

/** The columns of the measured reports: counts, money, rates and conversions. */
export const columns = [
  'SPEND_IN_DOLLAR',
  'SPEND_IN_MICRO_DOLLAR',
  'PAID_IMPRESSION',
  'TOTAL_IMPRESSION',
  'TOTAL_CLICKTHROUGH',
  'CTR',
  'CPM_IN_DOLLAR',
  'ENGAGEMENT_1',
  'TOTAL_CHECKOUT',
  'TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR',
] as const

/** What the server is called that sums rows of SQLite. */
export const bareName = 'bare Fastify with SQLite'
/** How many days reports are of. */
export const days = 90
/** How many campaigns reports are of. */
export const campaigns = 250

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Returns the first and the last of so many days before the present one. */
export const spanOf = ({ today }: LargeChild, count = days): { readonly start: string; readonly end: string } => {
  const last = Math.floor(today) - 1
  return { start: dateOf(last - count + 1), end: dateOf(last) }
}

/** Returns the part of a query that asks for the ninety days before the present one. */
export const spanQuery = (child: LargeChild): string => {
  const { start, end } = spanOf(child)
  return `start_date=${start}&end_date=${end}`
}

/** The account, and the ids of its campaigns that deliver. */
export async function accountOf(child: Child): Promise<{ readonly path: string; readonly ids: readonly string[] }> {
  const { items } = await pageOf(child, '/v5/ad_accounts')
  const path = `/v5/ad_accounts/${items.at(-1)?.id}`
  const page = await pageOf(child, `${path}/campaigns?page_size=${campaigns}&entity_statuses=ACTIVE`)
  return { path, ids: page.items.map(({ id }) => id) }
}

/** A report of campaigns by day, and what a bare server needs to give the same answer. */
export interface DailyReport {
  readonly ours: Call
  readonly bare: Call
  readonly ready: ReadyRows
  /** Changes the world, so that nothing that was read before counts. */
  readonly change: Call
}

/** Returns a report of campaigns by day. */
export async function dailyReport(child: LargeChild): Promise<DailyReport> {
  const { path, ids } = await accountOf(child)
  const query = `${spanQuery(child)}&granularity=DAY&columns=${columns.join(',')}&campaign_ids=${ids.join(',')}`
  const ours = get(`${path}/campaigns/analytics?${query}`)
  const rows: readonly Readonly<Record<string, string | number>>[] = JSON.parse(await textOf(child, ours))
  const ready = rows.map((row) => [row.DATE ?? '', row.CAMPAIGN_ID ?? '', ...columns.map((name) => row[name] ?? 0)])
  return {
    ours,
    bare: get(`/figures?${spanQuery(child)}&ids=${ids.join(',')}`),
    ready: { columns, id: 'CAMPAIGN_ID', rows: ready },
    change: { method: 'POST', path: `${path}/labels`, body: '' },
  }
}
