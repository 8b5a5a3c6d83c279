import type { Database } from '#db/database.ts'
import type { LoadedCampaign } from '../delivery/load.ts'
import { filteredEntities } from './filter-repository.ts'
import type { ReportCreate } from './schema.ts'
import { type SummaryViewpoint, summaries } from './summaries.ts'

/** The entities that a report's filters let through, by their level; undefined where all are. */
export interface PassingEntities {
  readonly campaigns: readonly string[] | undefined
  readonly adGroups: ReadonlySet<string> | undefined
  readonly ads: ReadonlySet<string> | undefined
  readonly productGroups: ReadonlySet<string> | undefined
}

/** The filters of a report: each narrows what is counted, also for the entities above. */
export type ReportFilters = Pick<
  ReportCreate,
  | 'campaign_ids'
  | 'campaign_statuses'
  | 'campaign_objective_types'
  | 'campaign_brand_label'
  | 'campaign_custom_label'
  | 'ad_group_ids'
  | 'ad_group_statuses'
  | 'ad_ids'
  | 'ad_statuses'
  | 'product_group_ids'
  | 'product_group_statuses'
>

/** A level's filters: which ids, statuses and fields its entities may have. */
interface LevelFilter {
  readonly level: keyof typeof summaries
  readonly ids?: readonly string[] | null | undefined
  readonly statuses?: readonly string[] | null | undefined
  readonly fields?: Readonly<Record<string, readonly string[] | undefined>>
}

/** Returns what the filters of a report let through. Statuses are those of now. */
export function passingEntities(
  db: Database,
  accountId: string,
  filters: ReportFilters,
  viewpoint: SummaryViewpoint,
): PassingEntities {
  const passing = ({ level, ids, statuses, fields = {} }: LevelFilter): readonly string[] | undefined => {
    const wanted = Object.entries(fields).flatMap(([name, values]) => (values === undefined ? [] : [{ name, values }]))
    if (ids == null && statuses == null && wanted.length === 0) return undefined
    const found = filteredEntities(db, level, { accountId, ids: ids ?? undefined, fields: wanted })
    if (statuses == null) return found.map(({ id }) => id)
    return found
      .filter(({ summary }) => statuses.includes(summaries[level].statusOf(summary, viewpoint)))
      .map(({ id }) => id)
  }
  const labels = {
    objective_type: filters.campaign_objective_types ?? undefined,
    brand_label: filters.campaign_brand_label == null ? undefined : [filters.campaign_brand_label],
    custom_label: filters.campaign_custom_label == null ? undefined : [filters.campaign_custom_label],
  }
  const campaigns = { ids: filters.campaign_ids, statuses: filters.campaign_statuses, fields: labels }
  const adGroups = passing({ level: 'ad_group', ids: filters.ad_group_ids, statuses: filters.ad_group_statuses })
  const ads = passing({ level: 'ad', ids: filters.ad_ids, statuses: filters.ad_statuses })
  const groups = { ids: filters.product_group_ids, statuses: filters.product_group_statuses }
  const productGroups = passing({ level: 'product_group', ...groups })
  return {
    campaigns: passing({ level: 'campaign', ...campaigns }),
    adGroups: adGroups && new Set(adGroups),
    // Who asks for ads by their ids or states wants no product groups, and the other way round.
    ads: ads ? new Set(ads) : productGroups && new Set(),
    productGroups: productGroups ? new Set(productGroups) : ads && new Set(),
  }
}

/** Returns which ads and product groups of a campaign the filters let through, by their position. */
export function passesIn(
  { adIds, pinIds, adGroupIds, adGroupOf }: LoadedCampaign,
  { adGroups, ads, productGroups }: PassingEntities,
): (ad: number) => boolean {
  return (ad) => {
    if (adGroups !== undefined && !adGroups.has(adGroupIds[adGroupOf[ad] as number] as string)) return false
    const own = ad < pinIds.length ? ads : productGroups
    return own === undefined || own.has(adIds[ad] as string)
  }
}
