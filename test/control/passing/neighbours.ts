import { awareness } from '#test/fixtures/campaigns.ts'
import { leadFormIn } from '#test/fixtures/lead-forms.ts'
import { scheduled } from '#test/fixtures/schedules.ts'
import type { Mock } from '#test/support/mock.ts'

/** Another campaign. */
const otherCampaign = (mock: Mock) => mock.create('/campaigns', awareness)

/** Another label. */
const otherLabel = (mock: Mock) => mock.post('/labels', { labels: [{ label_type: 'CUSTOM', value: 'Another' }] })

/** Another keyword, which is not archived. */
async function otherKeyword(mock: Mock): Promise<void> {
  const { id } = await otherCampaign(mock)
  await mock.post('/keywords', { parent_id: id, keywords: [{ value: 'tents', match_type: 'EXACT_NEGATIVE' }] })
}

/**
 * What a world must have so that a call can name it in place of what was refused, by rule; the nearest case that passes
 * makes it for the others.
 */
export const neighbours: Readonly<Record<string, (mock: Mock) => Promise<unknown>>> = {
  'ad_group.limit.seventy': otherCampaign,
  'label.apply.campaign': otherCampaign,
  'label.apply.one-brand': otherCampaign,
  'label.apply.thirty-custom': otherCampaign,
  'label.apply.entities': otherCampaign,
  'lead_subscription.unique': (mock) => leadFormIn(mock),
  'label.exists': otherLabel,
  'keyword.exists': otherKeyword,
  'schedule.status.final': scheduled,
}

/** Rules for which no body and no query can pass, with the moment where it is one of several, and why. */
export const impossible: Readonly<Record<string, string>> = {
  'lead_form.access': 'the ad account lacks the feature',
  'insertion_order.eligible': 'the ad account has the feature billing_disabled',
  'ads_credit.billing': 'the ad account has the feature billing_disabled',
  'ads_credit.redeemed': 'calls name an offer by a hash, which cannot be found',
  'ads_credit.of-another': 'calls name an offer by a hash, which cannot be found',
  'label.access': 'the ad account lacks the feature',
  'organic_analytics.access.multi-pin': 'the user lacks the feature',
  'label.remove.applied': 'the label is applied to no campaign',
  'advertiser_defined_event.exists': 'events have names and no ids, and names of others are not tried',
  'user_website.taken': 'websites have names and no ids, and names of others are not tried',
  'campaign_ad_preview.ad_group.exists on deletion': 'the call has no body, and the ad group stands in the query',
  'campaign_ad_preview.delete.all': 'the call has no body, and the ad groups stand in the query',
  'dynamic_titles.download.generated': 'the call has no body, and the ad group stands in the path',
  'conversion_deletion_request.emails.plain': 'no address is made up',
  'conversion_deletion_request.cancel.pending': 'the call has no body, and the request stands in the path',
  'customer_list_upload.run.once': 'the call has no body, and the upload stands in the path',
  'feed.create.website': 'the websites of the business refuse it',
  'feed.create.website-verified': 'the websites of the business refuse it',
  'product_group.disapproved': 'the state of the business refuses it',
  'product_group.under-review': 'the state of the business refuses it',
  'product_group.read.disapproved': 'the state of the business refuses it',
  'product_group.read.under-review': 'the state of the business refuses it',
  'product_group.products.disapproved': 'the state of the business refuses it',
  'product_group.products.under-review': 'the state of the business refuses it',
  'feed.create.not-business': 'the state of the business refuses it',
  'feed.create.pending': 'the state of the business refuses it',
  'feed.create.disapproved': 'the state of the business refuses it',
  'feed.update.disapproved': 'the state of the business refuses it',
  'feed.update.under-review': 'the state of the business refuses it',
  'feed.delete.disapproved': 'the state of the business refuses it',
  'feed.delete.promoted': 'the call has no body, and the feed stands in the path',
  'feed.delete.under-review': 'the state of the business refuses it',
  'feed.ingest.disapproved': 'the state of the business refuses it',
  'feed.ingest.under-review': 'the state of the business refuses it',
  'item_batch.disapproved': 'the state of the business refuses it',
  'item_batch.under-review': 'the state of the business refuses it',
  'supplemental_item_batch.disapproved': 'the state of the business refuses it',
  'supplemental_item_batch.under-review': 'the state of the business refuses it',
  'advanced_auction.item': 'items have keys and no ids, and keys of others are not tried',
  'item_issues.retail-only': 'the call has no body, and the processing result stands in the path',
  'product_group.place.international': 'country and locale go together, and the search takes away one at a time',
  'product_group.generated': 'the call has no body, and the product group stands in the path',
  'product_group.promoted': 'the call has no body, and the product group stands in the path',
  'pin.product.of-item': 'the Pin stands in the path',
  'product_tag.missing': 'ids of product Pins follow from items, and are in no table of their own',
  'product_tag.private': 'ids of product Pins follow from items, and are in no table of their own',
  'product_tag.other-user': 'ids of product Pins follow from items, and are in no table of their own',
  'product_tag.metadata': 'ids of product Pins follow from items, and are in no table of their own',
  'product_tag.domain': 'ids of product Pins follow from items, and are in no table of their own',
  'product_tag.repeated': 'ids of product Pins follow from items, and one tag alone is left out of no list',
  'user_follow.self': 'users have names, and names of others are not tried',
  'notification.empty': 'no event is made up',
  'board.delete.protected': 'the call has no body, and the board stands in the path',
}
