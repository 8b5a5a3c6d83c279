import type { AdGroup, Campaign, Label, State } from './state.ts'
import { seenAd, seenAdGroup, seenCampaign } from './status.ts'

/** What a list was asked for, with ids for references. */
export interface Asked {
  readonly campaign_ids?: readonly string[]
  readonly ad_group_ids?: readonly string[]
  readonly ad_ids?: readonly string[]
  readonly label_ids?: readonly string[]
  readonly label_types?: readonly string[]
  readonly entity_statuses?: readonly string[]
  readonly order?: string
  readonly page_size?: number
}

/** Whether a list is refused as a whole: for the size of its pages, or ad groups for two ways to name them. */
export const isRefused = (kind: string, { page_size: size = 25, campaign_ids, ad_group_ids }: Asked): boolean =>
  size < 1 || size > 250 || (kind === 'ad_groups' && campaign_ids !== undefined && ad_group_ids !== undefined)

const has = (allowed: readonly string[] | undefined, one: string): boolean =>
  allowed === undefined || allowed.includes(one)

const ordered = <Row>(rows: readonly Row[], { order }: Asked): readonly Row[] =>
  order === 'DESCENDING' ? rows.toReversed() : rows

/** All pages of a list of campaigns in one. */
export const campaignList = (state: State, filters: Asked): readonly Campaign[] =>
  ordered([...state.campaigns.values()], filters)
    .filter(
      ({ id, status }) => has(filters.campaign_ids, id) && has(filters.entity_statuses ?? ['ACTIVE', 'PAUSED'], status),
    )
    .map((row) => seenCampaign(state, row))

/** All pages of a list of ad groups in one; a list tells two things more than other answers do. */
export const adGroupList = (state: State, filters: Asked): readonly AdGroup[] =>
  ordered([...state.adGroups.values()], filters)
    .filter(
      ({ id, status }) => has(filters.ad_group_ids, id) && has(filters.entity_statuses ?? ['ACTIVE', 'PAUSED'], status),
    )
    .filter(({ campaign_id }) => has(filters.campaign_ids, campaign_id))
    .map((row) => ({
      ...seenAdGroup(state, row),
      is_automated_campaign: state.campaigns.get(row.campaign_id)?.is_automated_campaign,
      is_creative_expansion: false,
    }))

/** All pages of a list of labels in one. */
export const labelList = (state: State, filters: Asked): readonly Label[] =>
  (state.features.labels ? [...state.labels.values()] : [])
    .filter(({ id, status }) => has(filters.label_ids, id) && has(filters.entity_statuses ?? ['ACTIVE'], status))
    .filter(({ label_type }) => has(filters.label_types, label_type))
    .filter(
      ({ id }) =>
        !filters.campaign_ids || filters.campaign_ids.some((campaign) => state.labelled.get(id)?.has(campaign)),
    )

/** All pages of a list of ads in one: those that every filter names. */
export const adList = (state: State, filters: Asked): readonly unknown[] =>
  ordered([...state.ads.values()], filters)
    .filter(({ id, status }) => has(filters.ad_ids, id) && has(filters.entity_statuses ?? ['ACTIVE', 'PAUSED'], status))
    .filter(({ ad_group_id }) => has(filters.ad_group_ids, ad_group_id))
    .map((row) => seenAd(state, row))
    .filter(({ campaign_id }) => has(filters.campaign_ids, campaign_id))
