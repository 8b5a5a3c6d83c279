import { callApi } from '../../api/call-api.ts'
import { CallFailure } from '../../api/failure.ts'
import { world } from '../../state/route.ts'
import { type Level, levels } from './metrics.ts'

/** An ad account, a campaign or an ad group, as far as it is shown. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly currency?: string
}

/** A row of the API's analytics: columns by name. */
export type AnalyticsRow = Readonly<Record<string, string | number>>

/** The most ids that one call of the API's analytics takes. */
const mostIds = 250

async function read<Body>(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Body> {
  const { status, body } = await callApi(world.value, path, { query, signal })
  if (status < 400) return body as Body
  const { message } = body as { message?: string }
  throw new CallFailure(status, message ?? `The API answered ${status}.`, body)
}

/** Returns all pages of a list of the API. */
export async function listed(
  path: string,
  signal: AbortSignal,
  query: Readonly<Record<string, string>> = {},
): Promise<readonly Named[]> {
  const found: Named[] = []
  for (let bookmark = ''; ; ) {
    const page = { ...query, page_size: '250', ...(bookmark !== '' && { bookmark }) }
    const { items, bookmark: next } = await read<{ items: Named[]; bookmark: string | null }>(path, page, signal)
    found.push(...items)
    if (next === null || next === '') return found
    bookmark = next
  }
}

/** What figures are asked for. */
export interface FiguresQuery {
  readonly account: string
  readonly level: Level
  readonly column: string
  readonly start: string
  readonly end: string
}

/** Returns the campaigns or ad groups of an account, and what its analytics answer for each day. */
export async function figures(
  { account, level, column, start, end }: FiguresQuery,
  signal: AbortSignal,
): Promise<{ entities: readonly Named[]; rows: readonly AnalyticsRow[] }> {
  const { idsParameter } = levels[level]
  const path = `/ad_accounts/${encodeURIComponent(account)}/${level}`
  const entities = await listed(path, signal, { entity_statuses: 'ACTIVE,PAUSED,ARCHIVED' })
  const rows: AnalyticsRow[] = []
  for (let from = 0; from < entities.length; from += mostIds) {
    const ids = entities.slice(from, from + mostIds).map(({ id }) => id)
    const query = {
      start_date: start,
      end_date: end,
      granularity: 'DAY',
      columns: column,
      [idsParameter]: ids.join(','),
    }
    rows.push(...(await read<AnalyticsRow[]>(`${path}/analytics`, query, signal)))
  }
  return { entities, rows }
}
