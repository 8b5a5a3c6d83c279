import { type PageReader, pagesOf } from '#db/pages.ts'
import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type AdGroupResponseRow, adGroupTable, listAdGroups } from '../ad-groups/repository.ts'
import { adGroupText } from '../ad-groups/serialize.ts'
import { listAds } from '../ads/repository.ts'
import { adText } from '../ads/serialize.ts'
import { type CampaignResponseRow, listCampaigns } from '../campaigns/repository.ts'
import { campaignText } from '../campaigns/serialize.ts'
import { type KeywordRow, keywordTable } from '../keywords/repository.ts'
import { keywordOf } from '../keywords/serialize.ts'
import { campaignsOf, type LabelRow, labelTable } from '../labels/repository.ts'
import { labelOf } from '../labels/serialize.ts'
import { listProductGroupPromotions, type ProductGroupPromotionRow } from '../product-group-promotions/repository.ts'
import { type ScheduleRow, scheduleTable } from '../schedules/repository.ts'
import { scheduleText } from '../schedules/serialize.ts'
import type { BulkEntityType } from './entity-types.ts'
import { historyOf } from './history.ts'
import { latestChanges } from './repository.ts'
import type { BulkDownloadCreate } from './schema.ts'
import { type FilteredCampaign, isShown, type Placed, passesFilter, selectionOf } from './selection.ts'

const every = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT'] as const
const shown = ['ACTIVE', 'PAUSED'] as const
const order = 'ASCENDING'

/** An entity of a download: its JSON text, and what decides whether it is in it. */
interface Entity extends Placed {
  readonly text: string
}

/** Returns the function that yields the entities of a type in a download as JSON texts, a page at a time. */
export function downloadOf(
  world: World,
  ad_account_id: string,
  request: BulkDownloadCreate,
): (type: BulkEntityType) => Generator<readonly string[]> {
  const account = requireAdAccount(world, ad_account_id)
  const viewpoint = { ...viewpointOf(world, account), reviews: progressOf(world, 'ads') }
  const database = () => world.readable
  const changes = latestChanges(database(), ad_account_id)
  const everyCampaign: PageReader<CampaignResponseRow> = (db, page) =>
    listCampaigns(db, { ad_account_id, entity_statuses: every, order }, page)
  const campaigns = new Set<string>()
  for (const rows of pagesOf(database, everyCampaign)) {
    for (const row of rows) {
      const campaign: FilteredCampaign = JSON.parse(campaignText(row, viewpoint))
      if (passesFilter(campaign, request)) campaigns.add(campaign.id)
    }
  }
  const isIn = selectionOf(request, campaigns)
  const campaignOf = (adGroupId: string): string =>
    adGroupTable.find(database(), ad_account_id, adGroupId)?.campaign_id ?? ''

  const campaign = (row: CampaignResponseRow): Entity => {
    const text = campaignText(row, viewpoint)
    const { id, updated_time } = JSON.parse(text)
    return { text, ids: [id], campaignIds: [id], changed: updated_time }
  }
  const adGroup = (row: AdGroupResponseRow): Entity => {
    const text = adGroupText(row, viewpoint)
    const { updated_time } = JSON.parse(text)
    return { text, ids: [row.id, row.campaign_id], campaignIds: [row.campaign_id], changed: updated_time }
  }
  const ad = (row: Parameters<typeof adText>[0]): Entity => {
    const text = adText(row, viewpoint)
    const { id, ad_group_id, campaign_id, updated_time } = JSON.parse(text)
    return { text, ids: [id, ad_group_id, campaign_id], campaignIds: [campaign_id], changed: updated_time }
  }

  const productGroup = ({ json: text, id, ad_group_id, created_time }: ProductGroupPromotionRow): Entity => {
    const campaignId = campaignOf(ad_group_id)
    const changed = changes.get(id) ?? created_time ?? undefined
    return { text, ids: [id, ad_group_id, campaignId], campaignIds: [campaignId], changed }
  }
  const keyword = (row: KeywordRow): Entity | undefined => {
    const { id, ad_group_id, campaign_id, status, created_time } = row
    if (!isShown(status)) return undefined
    const campaignId = campaign_id ?? (ad_group_id === null ? undefined : campaignOf(ad_group_id))
    const campaignIds = campaignId === undefined ? undefined : [campaignId]
    const changed = changes.get(id) ?? created_time ?? undefined
    const ids = [id, ad_group_id, campaignId, campaignId === undefined ? ad_account_id : null]
    return { text: JSON.stringify(keywordOf(row)), ids, campaignIds, changed }
  }
  const label = (row: LabelRow): Entity | undefined => {
    if (!isShown(row.status)) return undefined
    const campaign_ids = campaignsOf(database(), row.id)
    const text = JSON.stringify({ ...labelOf(row), campaign_ids })
    const campaignIds = campaign_ids.length === 0 ? undefined : campaign_ids
    return { text, ids: [row.id, ...campaign_ids], campaignIds, changed: undefined }
  }
  const schedule = (row: ScheduleRow): Entity => {
    const { id, entity_id } = row
    const campaignIds = campaigns.has(entity_id) ? [entity_id] : undefined
    return { text: scheduleText(row, viewpoint.now), ids: [id, entity_id], campaignIds, changed: undefined }
  }

  function* entities<Row extends { readonly seq: number }>(
    read: PageReader<Row>,
    entityOf: (row: Row) => Entity | undefined,
  ): Generator<readonly Entity[]> {
    for (const rows of pagesOf(database, read)) yield rows.flatMap((row) => entityOf(row) ?? [])
  }
  const filter = { ad_account_id, entity_statuses: shown, order } as const
  const sources: Readonly<Record<Exclude<BulkEntityType, 'ENTITY_HISTORY'>, () => Generator<readonly Entity[]>>> = {
    CAMPAIGN: () => entities(everyCampaign, campaign),
    AD_GROUP: () => entities((db, page) => listAdGroups(db, filter, page), adGroup),
    AD: () => entities((db, page) => listAds(db, filter, page), ad),
    PRODUCT_GROUP: () => entities((db, page) => listProductGroupPromotions(db, filter, page), productGroup),
    KEYWORD: () => entities((db, page) => keywordTable.pageWithin(db, ad_account_id, page), keyword),
    LABEL: () => entities((db, page) => labelTable.pageWithin(db, ad_account_id, page), label),
    SCHEDULE: () => entities((db, page) => scheduleTable.pageWithin(db, ad_account_id, page), schedule),
  }

  return function* (type) {
    if (type !== 'ENTITY_HISTORY') {
      for (const some of sources[type]()) yield some.filter(isIn).map(({ text }) => text)
      return
    }
    for (const kind of ['CAMPAIGN', 'AD_GROUP', 'AD'] as const) {
      for (const some of sources[kind]()) {
        const selected = some.filter((entity) => isIn({ ...entity, changed: undefined }))
        yield selected.flatMap(({ text }) => historyOf(database(), ad_account_id, JSON.parse(text), request))
      }
    }
  }
}
