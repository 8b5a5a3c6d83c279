import { judgeTracking, trackingOf } from './details.ts'
import type { Ad, AdGroup, Campaign, State } from './state.ts'
import { isDraft, isFinal, mayBecome } from './status.ts'
import { mentioned, Objections, refused, type Verdict, withSent } from './verdict.ts'

/** What a caller may send about an ad. */
export type SentAd = {
  readonly [Field in
    | 'ad_group_id'
    | 'name'
    | 'status'
    | 'creative_type'
    | 'pin_id'
    | 'tracking_urls'
    | 'destination_url'
    | 'carousel_destination_urls']?: Ad[Field] | null
}

const locked = ['creative_type', 'pin_id', 'ad_group_id'] as const

const unset = [
  'android_deep_link',
  'ios_deep_link',
  'carousel_android_deep_links',
  'carousel_ios_deep_links',
  'collection_items_destination_url_template',
  'click_tracking_url',
  'view_tracking_url',
  'customizable_cta_type',
  'disclosure_type',
  'disclosure_url',
  'lead_form_id',
  'quiz_pin_data',
]

/** What becomes of an ad that is created. */
export function createAd(state: State, sent: SentAd): Verdict<Ad> {
  const parents = parentsOf(state, sent.ad_group_id ?? '')
  if (!parents) return refused('no such ad group', 2)
  const row: Ad = {
    id: '',
    ad_account_id: state.account,
    ad_group_id: parents.adGroup.id,
    pin_id: sent.pin_id ?? '',
    type: 'ad',
    name: sent.name ?? null,
    status: sent.status ?? 'ACTIVE',
    submitted: isDraft(sent.status ?? 'ACTIVE') ? null : state.now,
    creative_type: sent.creative_type ?? '',
    created_time: state.now,
    updated_time: state.now,
    destination_url: sent.destination_url ?? null,
    carousel_destination_urls: sent.carousel_destination_urls ?? null,
    tracking_urls: trackingOf(sent.tracking_urls),
    grid_click_type: clickOf(parents.campaign),
    is_removable: false,
    is_pin_deleted: false,
    rejected_reasons: [],
    rejection_labels: [],
    ...Object.fromEntries(unset.map((name) => [name, null])),
  }
  const objections = new Objections()
  judge(state, row, parents, objections)
  return objections.verdict(row)
}

/** What becomes of an ad that is changed. */
export function updateAd(state: State, id: string, sent: SentAd): Verdict<Ad> {
  const before = state.ads.get(id)
  if (!before) return refused('no such ad', 2)
  const parents = parentsOf(state, sent.ad_group_id ?? before.ad_group_id)
  const over = isFinal(before.status) ? [{ code: 1, why: `${before.status} is final` }] : []
  if (!parents) return { objections: [{ code: 2, why: 'no such ad group' }, ...over] }
  if (over.length > 0) return { objections: over }
  const changed = { ...withSent(before, sent), name: sent.name === undefined ? before.name : sent.name }
  const published = before.status === 'DRAFT' && !isDraft(changed.status)
  const row: Ad = {
    ...changed,
    ...(published && { submitted: state.now }),
    tracking_urls: trackingOf(changed.tracking_urls),
    grid_click_type: clickOf(parents.campaign),
    updated_time: state.now,
  }
  const objections = new Objections(published ? undefined : mentioned(sent, before, row, locked))
  objections.when(!mayBecome(before.status, row.status), `${before.status} does not become ${row.status}`)
  if (before.status !== 'DRAFT') {
    for (const name of locked) objections.when(row[name] !== before[name], `${name} is locked`)
  }
  judge(state, row, parents, objections)
  return objections.verdict(row)
}

/** Objectives whose ads have no direct links. */
const indirect = ['AWARENESS', 'VIDEO_COMPLETION', 'APP_INSTALL', 'CTV_CONSIDERATION']

/** Where a click leads, as of when the ad was last written: what a draft's later objective does to it is not known. */
const clickOf = ({ objective_type }: Campaign): string =>
  indirect.includes(objective_type) ? 'CLOSEUP' : 'DIRECT_TO_DESTINATION'

interface Parents {
  readonly adGroup: AdGroup
  readonly campaign: Campaign
}

function parentsOf(state: State, adGroupId: string): Parents | undefined {
  const adGroup = state.adGroups.get(adGroupId)
  const campaign = state.campaigns.get(adGroup?.campaign_id ?? '')
  return adGroup && campaign && { adGroup, campaign }
}

function judge(state: State, row: Ad, { adGroup, campaign }: Parents, objections: Objections): void {
  const over = isFinal(adGroup.status) || isFinal(campaign.status)
  objections.about(['ad_group_id'], over, 'the ad group is over')
  objections.about(['pin_id'], row.pin_id !== state.pin, 'no such Pin', 50)
  judgeTracking(row, objections)
  if (isDraft(row.status)) return
  const linkless = row.creative_type === 'CAROUSEL' && row.carousel_destination_urls === null
  objections.about(['creative_type', 'carousel_destination_urls'], linkless, 'a carousel without links')
  const formless = campaign.objective_type === 'LEADS' && row.destination_url === null
  objections.about(['destination_url', 'lead_form_id'], formless, 'no form for leads')
}
