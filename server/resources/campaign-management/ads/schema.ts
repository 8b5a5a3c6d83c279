import { z } from 'zod'
import { callsToAction } from '#server/domain/ads/calls-to-action.ts'
import { creativeTypes, gridClickTypes } from '#server/domain/ads/creatives.ts'
import { adSummaryStatuses, rejectionReasons, reviewStatuses } from '#server/domain/ads/review.ts'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdGroupReference, EntityStatus, Id, LongId, TrackingUrls } from '#server/http/schema/fields.ts'
import { IdFilter, LongIdFilter, listOf } from '#server/http/schema/query-fields.ts'
import { pinIdRange } from '#server/resources/content/pins/resource.ts'
import { adGroupIdRange } from '../ad-groups/resource.ts'
import { QuizPinData } from './quiz-schema.ts'
import { adIdRange } from './resource.ts'
import { LeadFormReference, settable, urls } from './settable-fields.ts'
import { collectionHeaders, disclosureTypes } from './values.ts'

const ad_group_id = AdGroupReference.meta({
  description: 'Id of the ad group. Can only be changed while the status is DRAFT.',
})
const creative_type = z
  .enum(creativeTypes)
  .meta({ description: 'Can only be changed while the status is DRAFT.', example: 'REGULAR' })
const pin_id = LongId.meta({
  description: 'Id of the Pin that is shown. Can only be changed while the status is DRAFT.',
})
/** One item in the request body of a creation. */
export const AdCreate = z.object({ ad_group_id, creative_type, pin_id, ...settable }).meta({
  id: 'AdCreate',
  description: 'Request to create an ad: a Pin in an ad group.',
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
    description: 'Request to update an ad.',
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
    review_status: z
      .enum(reviewStatuses)
      .meta({ description: "Outcome of the review. PENDING for one hour of the world's clock." }),
    rejected_reasons: z
      .array(z.enum(rejectionReasons))
      .meta({ description: 'Reasons of a rejection. Empty unless review_status is REJECTED.' }),
    rejection_labels: z.array(z.string()).meta({ description: 'Reasons of a rejection as text.' }),
    summary_status: z
      .enum(adSummaryStatuses)
      .meta({ description: "Delivery state, computed from status, schedule and parents by the world's clock." }),
  })
  .meta({ id: 'Ad', description: 'An ad: a Pin shown by an ad group.' })

const combined = 'Filters can be combined; an ad must match all of them.'

/** The query parameters of a list. */
export const AdListQuery = z.object({
  campaign_ids: IdFilter.meta({ description: `Returns only ads of these campaigns. ${combined}` }),
  ad_group_ids: LongIdFilter.meta({ description: `Returns only ads of these ad groups. ${combined}` }),
  ad_ids: LongIdFilter.meta({ description: `Returns only ads with these ids. Unknown ids are ignored. ${combined}` }),
  entity_statuses: listOf(EntityStatus).meta({
    description: 'Returns only entities with these statuses.',
    'x-default': ['ACTIVE', 'PAUSED'],
  }),
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
