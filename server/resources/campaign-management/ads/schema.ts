import { z } from 'zod'
import { callsToAction } from '#server/domain/ads/calls-to-action.ts'
import { creativeTypes, gridClickTypes } from '#server/domain/ads/creatives.ts'
import { adSummaryStatuses, rejectionReasons, reviewStatuses } from '#server/domain/ads/review.ts'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import {
  AdGroupReference,
  EntityStatus,
  Id,
  IdFilter,
  idMatching,
  LongId,
  LongIdFilter,
  LongText,
  listOf,
  TrackingUrls,
  text,
} from '#server/http/schema/fields.ts'
import { pinIdRange } from '#server/resources/content/pins/resource.ts'
import { adGroupIdRange } from '../ad-groups/resource.ts'
import { QuizPinData } from './quiz-schema.ts'
import { adIdRange } from './resource.ts'
import { collectionHeaders, disclosureTypes } from './values.ts'

const LeadFormReference = idMatching(/^(AG)?\d+$/)
const ad_group_id = AdGroupReference.meta({ description: 'The ad group that it belongs to. Fixed outside DRAFT.' })
const creative_type = z.enum(creativeTypes).meta({ description: 'Fixed outside DRAFT.', example: 'REGULAR' })
const pin_id = LongId.meta({ description: 'The Pin that is shown. Fixed outside DRAFT.' })
const urls = z.array(LongText)

/** The optional fields of an ad. Null counts as absent in a creation; an update clears the field. */
const optional = {
  name: text(255).nullish().meta({ description: 'Ad name.', example: 'Spring sale, tents' }),
  destination_url: LongText.nullish().meta({ description: "Where a click leads; the Pin's link when absent." }),
  android_deep_link: LongText.nullish(),
  ios_deep_link: LongText.nullish(),
  carousel_destination_urls: urls.nullish().meta({ description: 'Where the images of a CAROUSEL lead.' }),
  carousel_android_deep_links: urls.nullish(),
  carousel_ios_deep_links: urls.nullish(),
  collection_items_destination_url_template: LongText.nullish().meta({
    description: 'Where the items of a collection lead.',
  }),
  click_tracking_url: LongText.nullish(),
  view_tracking_url: LongText.nullish(),
  tracking_urls: TrackingUrls.nullish(),
  customizable_cta_type: z.enum(callsToAction).nullish().meta({ description: 'The call to action below the ad.' }),
  disclosure_type: z.enum(disclosureTypes).nullish().meta({ description: 'For pharmaceutical products.' }),
  disclosure_url: LongText.nullish(),
  lead_form_id: LeadFormReference.nullish().meta({ description: 'The form of a lead ad.' }),
  quiz_pin_data: QuizPinData.nullish(),
}

/** The fields that creation and update share. */
const settable = {
  ...optional,
  ad_account_id: z
    .string()
    .nullish()
    .meta({ deprecated: true, description: 'No effect: the path says which account.' }),
  status: EntityStatus.nullish(),
  is_removable: z.boolean().nullish().meta({ description: 'Whether the Pin can be saved again.' }),
  collections_header_type: z.enum(collectionHeaders).nullish().meta({ description: 'What stands above a collection.' }),
  is_carting: z.boolean().nullish().meta({ description: 'Whether it leads to where its products are sold.' }),
  is_collage_accepted_terms: z.boolean().nullish(),
  is_collage_single_destination: z.boolean().nullish(),
  is_pin_deleted: z.boolean().nullish().meta({ description: 'No effect: the Pin is there or not.' }),
  grid_click_type: z.enum(gridClickTypes).nullish().meta({ description: 'No effect: the objective decides.' }),
}

/** One item in the request body of a creation. */
export const AdCreate = z.object({ ad_group_id, creative_type, pin_id, ...settable }).meta({
  id: 'AdCreate',
  description: 'A new ad: a Pin in an ad group.',
  example: {
    ad_group_id: idOf(adGroupIdRange, 1),
    creative_type: 'REGULAR',
    pin_id: idOf(pinIdRange, 1),
    name: 'Two tents',
  },
})

/** One item in the request body of an update. */
export const AdUpdate = z
  .object({
    id: Id,
    ad_group_id: ad_group_id.nullish(),
    creative_type: creative_type.nullish(),
    pin_id: pin_id.nullish(),
    ...settable,
  })
  .meta({
    id: 'AdUpdate',
    description: 'What changes about an ad.',
    example: { id: idOf(adIdRange, 1), name: 'Three tents', status: 'PAUSED' },
  })

/** An ad in a response. Unset fields are null, except those that version 5.28 has added, which are absent. */
export const Ad = z
  .object({
    id: Id,
    ad_account_id: Id,
    campaign_id: Id,
    ad_group_id: Id,
    pin_id: LongId,
    type: z.literal('ad'),
    name: z.string().nullable(),
    status: EntityStatus,
    creative_type: z.enum(creativeTypes),
    created_time: z.int(),
    updated_time: z.int(),
    destination_url: z.string().nullable(),
    android_deep_link: z.string().nullable(),
    ios_deep_link: z.string().nullable(),
    carousel_destination_urls: urls.nullable(),
    carousel_android_deep_links: urls.nullable(),
    carousel_ios_deep_links: urls.nullable(),
    collection_items_destination_url_template: z.string().nullable(),
    click_tracking_url: z.string().nullable(),
    view_tracking_url: z.string().nullable(),
    tracking_urls: TrackingUrls.nullable(),
    customizable_cta_type: z.enum(callsToAction).nullable(),
    grid_click_type: z.enum(gridClickTypes).nullable(),
    disclosure_type: z.enum(disclosureTypes).nullable(),
    disclosure_url: z.string().nullable(),
    lead_form_id: LeadFormReference.nullable(),
    quiz_pin_data: QuizPinData.nullable(),
    is_removable: z.boolean(),
    collections_header_type: z.enum(collectionHeaders).optional(),
    is_carting: z.boolean().optional(),
    is_collage_accepted_terms: z.boolean().optional(),
    is_collage_single_destination: z.boolean().optional(),
    is_pin_deleted: z.boolean(),
    review_status: z.enum(reviewStatuses).meta({ description: 'PENDING for an hour by the clock, then decided.' }),
    rejected_reasons: z.array(z.enum(rejectionReasons)).meta({ description: 'Empty unless REJECTED.' }),
    rejection_labels: z.array(z.string()).meta({ description: 'The reasons in words.' }),
    summary_status: z.enum(adSummaryStatuses).meta({ description: 'The state as delivery sees it, by the clock.' }),
  })
  .meta({ id: 'Ad', description: 'An ad: a Pin that an ad group shows.' })

const one = 'With other filters, only what matches all of them.'

/** The query parameters of a list. */
export const AdListQuery = z.object({
  campaign_ids: IdFilter.meta({ description: `Only theirs. ${one}` }),
  ad_group_ids: LongIdFilter.meta({ description: `Only theirs. ${one}` }),
  ad_ids: LongIdFilter.meta({ description: `Only these; an unknown id is left out. ${one}` }),
  entity_statuses: listOf(EntityStatus).meta({ description: 'Only these.', 'x-default': ['ACTIVE', 'PAUSED'] }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const AdPage = pageOf(Ad).meta({ id: 'AdPage' })

export type AdCreate = z.output<typeof AdCreate>
export type AdUpdate = z.output<typeof AdUpdate>

/** The fields that are computed when an ad is read. */
type WorkedOut = 'is_pin_deleted' | 'review_status' | 'rejected_reasons' | 'rejection_labels' | 'summary_status'

/** An ad as it is stored: the response without the computed fields. */
export type StoredAd = Omit<z.output<typeof Ad>, WorkedOut>
