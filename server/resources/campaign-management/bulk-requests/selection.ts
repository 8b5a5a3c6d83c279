import type { Database } from '#db/database.ts'
import type { BulkDownloadCreate } from './schema.ts'
import { secondsOrNull } from './texts.ts'

/** What the selection needs to know of an entity. */
export interface Placed {
  /** Its own id, and those of what it is below. */
  readonly ids: readonly (string | null | undefined)[]
  /** The campaigns that it is of; undefined where it is of the whole ad account. */
  readonly campaignIds: readonly string[] | undefined
  /** When it last changed, in Unix seconds; undefined where that is not known. */
  readonly changed: number | undefined
}

/** A campaign with what filters look at. */
export interface FilteredCampaign {
  readonly id: string
  readonly name: string
  readonly objective_type: string
  readonly status: string
  readonly summary_status: string
  readonly start_time: number | null
  readonly end_time: number | null
}

/** Tells whether a campaign passes the filter of a download: without one, it is ACTIVE or PAUSED. */
export function passesFilter(campaign: FilteredCampaign, { campaign_filter: filter }: BulkDownloadCreate): boolean {
  const { campaign_status, objective_type, name, start_time, end_time } = filter ?? {}
  if (campaign_status ? !campaign_status.includes(campaign.summary_status as never) : !isShown(campaign.status))
    return false
  if (objective_type && !objective_type.includes(campaign.objective_type as never)) return false
  if (name && !campaign.name.toLowerCase().includes(name.toLowerCase())) return false
  const [from, to] = [secondsOrNull(start_time), secondsOrNull(end_time)]
  if (from !== null && (campaign.start_time ?? 0) < from) return false
  return to === null || (campaign.end_time !== null && campaign.end_time <= to)
}

/** Tells whether entities with a status are in downloads (assumed). */
export const isShown = (status: string): boolean => status === 'ACTIVE' || status === 'PAUSED'

/** Returns the function that tells whether an entity is in a download. */
export function selectionOf(
  { entity_ids, updated_since, campaign_filter }: BulkDownloadCreate,
  campaigns: ReadonlySet<string>,
): (entity: Placed) => boolean {
  const since = secondsOrNull(updated_since)
  const sought = entity_ids ? new Set(entity_ids) : undefined
  return ({ ids, campaignIds, changed }) => {
    if (sought !== undefined && !ids.some((id) => id != null && sought.has(id))) return false
    if (since !== null && changed !== undefined && changed < since) return false
    if (campaignIds === undefined) return !campaign_filter
    return campaignIds.some((id) => campaigns.has(id))
  }
}

/** Yields the pages of a list, one after the other. */
export function* pagesOf<Row extends { readonly seq: number }>(
  database: () => Database,
  page: (db: Database, range: { readonly after: number; readonly limit: number }) => readonly Row[],
): Generator<readonly Row[]> {
  for (let after = 0; ; ) {
    const rows = page(database(), { after, limit })
    yield rows
    const last = rows.at(-1)
    if (rows.length < limit || last === undefined) return
    after = last.seq
  }
}

const limit = 250
