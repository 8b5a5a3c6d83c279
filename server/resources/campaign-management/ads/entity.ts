import { nullIfEmpty, patched } from '#server/domain/patch.ts'
import type { StoredAdGroup } from '../ad-groups/schema.ts'
import type { StoredCampaign } from '../campaigns/schema.ts'
import type { AdCreate, AdUpdate, StoredAd } from './schema.ts'
import { gridClickOf } from './values.ts'

/** The parents of an ad, and the time of its change. */
export interface AdContext {
  readonly adGroup: StoredAdGroup
  readonly campaign: StoredCampaign
  /** Unix seconds. */
  readonly now: number
}

/** Returns the ad that a creation stores. */
export function newAd(item: AdCreate, id: string, { adGroup, campaign, now }: AdContext): StoredAd {
  const ad: StoredAd = {
    id,
    ad_account_id: adGroup.ad_account_id,
    campaign_id: campaign.id,
    ad_group_id: adGroup.id,
    pin_id: item.pin_id,
    type: 'ad',
    name: item.name ?? null,
    status: item.status ?? 'ACTIVE',
    creative_type: item.creative_type,
    created_time: now,
    updated_time: now,
    destination_url: item.destination_url ?? null,
    android_deep_link: item.android_deep_link ?? null,
    ios_deep_link: item.ios_deep_link ?? null,
    carousel_destination_urls: item.carousel_destination_urls ?? null,
    carousel_android_deep_links: item.carousel_android_deep_links ?? null,
    carousel_ios_deep_links: item.carousel_ios_deep_links ?? null,
    collection_items_destination_url_template: item.collection_items_destination_url_template ?? null,
    click_tracking_url: item.click_tracking_url ?? null,
    view_tracking_url: item.view_tracking_url ?? null,
    tracking_urls: nullIfEmpty(item.tracking_urls),
    customizable_cta_type: item.customizable_cta_type ?? null,
    grid_click_type: gridClickOf(campaign.objective_type),
    disclosure_type: item.disclosure_type ?? null,
    disclosure_url: item.disclosure_url ?? null,
    lead_form_id: item.lead_form_id ?? null,
    quiz_pin_data: item.quiz_pin_data ?? null,
    is_removable: item.is_removable ?? false,
  }
  return withRare(ad, item)
}

/** Returns the ad after an update. Null clears a nullable field and leaves any other as it is. */
export function changedAd(before: StoredAd, item: AdUpdate, { adGroup, campaign, now }: AdContext): StoredAd {
  const after: StoredAd = {
    ...before,
    campaign_id: campaign.id,
    ad_group_id: adGroup.id,
    pin_id: item.pin_id ?? before.pin_id,
    name: patched(item.name, before.name),
    status: item.status ?? before.status,
    creative_type: item.creative_type ?? before.creative_type,
    updated_time: now,
    destination_url: patched(item.destination_url, before.destination_url),
    android_deep_link: patched(item.android_deep_link, before.android_deep_link),
    ios_deep_link: patched(item.ios_deep_link, before.ios_deep_link),
    carousel_destination_urls: patched(item.carousel_destination_urls, before.carousel_destination_urls),
    carousel_android_deep_links: patched(item.carousel_android_deep_links, before.carousel_android_deep_links),
    carousel_ios_deep_links: patched(item.carousel_ios_deep_links, before.carousel_ios_deep_links),
    collection_items_destination_url_template: patched(
      item.collection_items_destination_url_template,
      before.collection_items_destination_url_template,
    ),
    click_tracking_url: patched(item.click_tracking_url, before.click_tracking_url),
    view_tracking_url: patched(item.view_tracking_url, before.view_tracking_url),
    tracking_urls: nullIfEmpty(patched(item.tracking_urls, before.tracking_urls)),
    customizable_cta_type: patched(item.customizable_cta_type, before.customizable_cta_type),
    grid_click_type: gridClickOf(campaign.objective_type),
    disclosure_type: patched(item.disclosure_type, before.disclosure_type),
    disclosure_url: patched(item.disclosure_url, before.disclosure_url),
    lead_form_id: patched(item.lead_form_id, before.lead_form_id),
    quiz_pin_data: patched(item.quiz_pin_data, before.quiz_pin_data),
    is_removable: item.is_removable ?? before.is_removable,
  }
  return withRare(after, item)
}

/** Adds the fields that responses have only where they are set. */
function withRare(ad: StoredAd, item: AdCreate | AdUpdate): StoredAd {
  if (item.collections_header_type === null) delete ad.collections_header_type
  else if (item.collections_header_type !== undefined) ad.collections_header_type = item.collections_header_type
  if (item.is_carting != null) ad.is_carting = item.is_carting
  if (item.is_collage_accepted_terms != null) ad.is_collage_accepted_terms = item.is_collage_accepted_terms
  if (item.is_collage_single_destination != null) {
    ad.is_collage_single_destination = item.is_collage_single_destination
  }
  return ad
}
