import { z } from 'zod'
import { callsToAction } from '#server/domain/ads/calls-to-action.ts'
import { gridClickTypes } from '#server/domain/ads/creatives.ts'
import { EntityStatus, IgnoredAccountId, idMatching, LongText, TrackingUrls, text } from '#server/http/schema/fields.ts'
import { QuizPinData } from './quiz-schema.ts'
import { collectionHeaders, disclosureTypes } from './values.ts'

/** The id of a lead form, which may begin with the letters AG. */
export const LeadFormReference = idMatching(/^(AG)?\d+$/)
/** A list of URLs. */
export const urls = z.array(LongText)

/** The optional fields of an ad. Null counts as absent in a creation; an update clears the field. */
const optional = {
  name: text(255).nullish().meta({ description: 'Ad name.', example: 'Spring sale, tents' }),
  destination_url: LongText.nullish().meta({ description: "Landing page of a click. Defaults to the Pin's link." }),
  android_deep_link: LongText.nullish(),
  ios_deep_link: LongText.nullish(),
  carousel_destination_urls: urls.nullish().meta({ description: 'Landing pages of the images of a CAROUSEL.' }),
  carousel_android_deep_links: urls.nullish(),
  carousel_ios_deep_links: urls.nullish(),
  collection_items_destination_url_template: LongText.nullish().meta({
    description: 'Landing page template for items of a collection.',
  }),
  click_tracking_url: LongText.nullish(),
  view_tracking_url: LongText.nullish(),
  tracking_urls: TrackingUrls.nullish(),
  customizable_cta_type: z.enum(callsToAction).nullish().meta({ description: 'Call to action below the ad.' }),
  disclosure_type: z.enum(disclosureTypes).nullish().meta({ description: 'Disclosure for pharmaceutical products.' }),
  disclosure_url: LongText.nullish(),
  lead_form_id: LeadFormReference.nullish().meta({ description: 'Id of the lead form of a lead ad.' }),
  quiz_pin_data: QuizPinData.nullish(),
}

/** The fields that creation and update share. */
export const settable = {
  ...optional,
  ad_account_id: IgnoredAccountId,
  status: EntityStatus.nullish(),
  is_removable: z.boolean().nullish().meta({ description: 'Whether people can save the Pin.' }),
  collections_header_type: z.enum(collectionHeaders).nullish().meta({ description: 'Header above a collection.' }),
  is_carting: z.boolean().nullish().meta({ description: "Whether the ad links to a shop's cart." }),
  is_collage_accepted_terms: z.boolean().nullish(),
  is_collage_single_destination: z.boolean().nullish(),
  is_pin_deleted: z.boolean().nullish().meta({ description: 'Ignored on input: computed from the Pin.' }),
  grid_click_type: z
    .enum(gridClickTypes)
    .nullish()
    .meta({ description: 'Ignored on input: determined by the objective.' }),
}
