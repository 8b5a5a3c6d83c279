import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type AdGroupResponseRow, adGroupTable, listAdGroups } from '../ad-groups/repository.ts'
import { adGroupText } from '../ad-groups/serialize.ts'
import { listAds } from '../ads/repository.ts'
import { adText } from '../ads/serialize.ts'
import { type CampaignResponseRow, listCampaigns } from '../campaigns/repository.ts'
import { campaignText } from '../campaigns/serialize.ts'
import { keywordTable } from '../keywords/repository.ts'
import { keywordOf } from '../keywords/serialize.ts'
import { campaignsOf, labelTable } from '../labels/repository.ts'
import { labelOf } from '../labels/serialize.ts'
import { listProductGroupPromotions } from '../product-group-promotions/repository.ts'
import { scheduleTable } from '../schedules/repository.ts'
import { scheduleText } from '../schedules/serialize.ts'
import type { BulkEntityType } from './entity-types.ts'
import { historyOf } from './history.ts'
import { latestChanges } from './repository.ts'
import type { BulkDownloadCreate } from './schema.ts'
import { type FilteredCampaign, isShown, type Placed, pagesOf, passesFilter, selectionOf } from './selection.ts'

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
  const campaigns = new Set<string>()
  for (const rows of pagesOf(database, (db, page) =>
    listCampaigns(db, { ad_account_id, entity_statuses: every, order }, page),
  )) {
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

  const sources: Readonly<Record<Exclude<BulkEntityType, 'ENTITY_HISTORY'>, () => Generator<readonly Entity[]>>> = {
    *CAMPAIGN() {
      const filter = { ad_account_id, entity_statuses: every, order } as const
      for (const rows of pagesOf(database, (db, page) => listCampaigns(db, filter, page))) yield rows.map(campaign)
    },
    *AD_GROUP() {
      const filter = { ad_account_id, entity_statuses: shown, order } as const
      for (const rows of pagesOf(database, (db, page) => listAdGroups(db, filter, page))) yield rows.map(adGroup)
    },
    *AD() {
      const filter = { ad_account_id, entity_statuses: shown, order } as const
      for (const rows of pagesOf(database, (db, page) => listAds(db, filter, page))) yield rows.map(ad)
    },
    *PRODUCT_GROUP() {
      const filter = { ad_account_id, entity_statuses: shown, order } as const
      for (const rows of pagesOf(database, (db, page) => listProductGroupPromotions(db, filter, page)))
        yield rows.map(({ json: text, id, ad_group_id, created_time }): Entity => {
          const campaignId = campaignOf(ad_group_id)
          const changed = changes.get(id) ?? created_time ?? undefined
          return { text, ids: [id, ad_group_id, campaignId], campaignIds: [campaignId], changed }
        })
    },
    *KEYWORD() {
      for (const rows of pagesOf(database, (db, page) => keywordTable.pageWithin(db, ad_account_id, page)))
        yield rows
          .filter(({ status }) => isShown(status))
          .map((row): Entity => {
            const { id, ad_group_id, campaign_id, created_time } = row
            const campaignId = campaign_id ?? (ad_group_id === null ? undefined : campaignOf(ad_group_id))
            const campaignIds = campaignId === undefined ? undefined : [campaignId]
            const changed = changes.get(id) ?? created_time ?? undefined
            const ids = [id, ad_group_id, campaignId, campaignId === undefined ? ad_account_id : null]
            return { text: JSON.stringify(keywordOf(row)), ids, campaignIds, changed }
          })
    },
    *LABEL() {
      for (const rows of pagesOf(database, (db, page) => labelTable.pageWithin(db, ad_account_id, page)))
        yield rows
          .filter(({ status }) => isShown(status))
          .map((row): Entity => {
            const campaign_ids = campaignsOf(database(), row.id)
            const text = JSON.stringify({ ...labelOf(row), campaign_ids })
            const campaignIds = campaign_ids.length === 0 ? undefined : campaign_ids
            return { text, ids: [row.id, ...campaign_ids], campaignIds, changed: undefined }
          })
    },
    *SCHEDULE() {
      for (const rows of pagesOf(database, (db, page) => scheduleTable.pageWithin(db, ad_account_id, page)))
        yield rows.map((row): Entity => {
          const text = scheduleText(row, viewpoint.now)
          const { entity_id } = row
          const campaignIds = campaigns.has(entity_id) ? [entity_id] : undefined
          return { text, ids: [row.id, entity_id], campaignIds, changed: undefined }
        })
    },
  }

  return function* (type) {
    if (type !== 'ENTITY_HISTORY') {
      for (const entities of sources[type]()) yield entities.filter(isIn).map(({ text }) => text)
      return
    }
    for (const kind of ['CAMPAIGN', 'AD_GROUP', 'AD'] as const) {
      for (const entities of sources[kind]()) {
        const selected = entities.filter((entity) => isIn({ ...entity, changed: undefined }))
        yield selected.flatMap(({ text }) => historyOf(database(), ad_account_id, JSON.parse(text), request))
      }
    }
  }
}
