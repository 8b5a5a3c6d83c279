import { z } from 'zod'
import { LongText, text } from '#server/http/schema/fields.ts'

const texts = (
  'ad_link age_group android_deep_link availability brand color condition free_shipping_limit gender ' +
  'google_product_category installment_price ios_deep_link item_group_id link material min_ad_price mobile_link mpn ' +
  'pattern price product_type promotion_id sale_price sale_price_effective_date shipping shipping_height ' +
  'shipping_weight shipping_width size size_system size_type tax title unit_pricing_base_measure unit_pricing_measure ' +
  'description'
).split(' ')

const longestLabel = 511
const longestMediaLink = 2000
const [labelled, numbered] = [5, 5]
const [adImages, adVideos] = [20, 3]

const each = (count: number, name: (index: number) => string, value: z.ZodType): Record<string, z.ZodType> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), value]))

const label = text(longestLabel).nullish()
const mediaLink = text(longestMediaLink).nullish()

/** Declared uses of AI in the media of an item (F158). */
const Disclosures = z
  .array(
    z.object({
      url: text(longestMediaLink),
      disclosure: z.array(z.enum(['ai_modified', 'synthetic_performer'])).min(1),
    }),
  )
  .nullish()

const list = z.array(LongText).nullish()

/** The attributes of a product that an update may change. */
export const UpdatableItemAttributes = z.object({
  ...Object.fromEntries(texts.map((name) => [name, LongText.nullish()])),
  ...each(labelled, (index) => `custom_label_${index}`, label),
  ...each(numbered, (index) => `custom_number_${index}`, z.int().nullish()),
  ...each(adImages, (index) => `ad_image_${index}_link`, mediaLink),
  ...each(adImages, (index) => `ad_image_${index}_tag`, label),
  ...each(adVideos, (index) => `ad_video_${index}_link`, mediaLink),
  ...each(adVideos, (index) => `ad_video_${index}_tag`, label),
  id: LongText.optional().meta({ deprecated: true }),
  adult: z.boolean().nullish(),
  ai_disclosures: Disclosures,
  average_review_rating: z.number().nullish(),
  checkout_enabled: z.boolean().nullish().meta({ deprecated: true }),
  free_shipping_label: z.boolean().nullish(),
  gtin: z.union([LongText, z.int()]).nullish(),
  last_updated_time: z.int().nullish(),
  number_of_ratings: z.int().nullish(),
  number_of_reviews: z.int().nullish(),
  variant_names: list,
  variant_values: list,
})

/** The attributes of a product. */
export const ItemAttributes = UpdatableItemAttributes.extend({
  additional_image_link: list,
  image_link: z.union([LongText, z.array(LongText).length(1)]).optional(),
  save_pin_disabled: z.boolean().optional(),
  video_link: LongText.nullish(),
})

const labels = each(labelled, (index) => `custom_label_${index}`, label)
const part = LongText.optional()

/** The attributes of a hotel that an update may change. */
export const UpdatableHotelAttributes = z.object({
  ...labels,
  name: LongText.nullish(),
  link: LongText.nullish(),
  description: LongText.nullish(),
  brand: LongText.nullish(),
  category: LongText.nullish(),
  base_price: LongText.nullish(),
  sale_price: LongText.nullish(),
  latitude: z.number().optional(),
  longitude: z.number().nullish(),
  neighborhood: list,
  address: z.object({ addr1: part, city: part, country: part, postal_code: part, region: part }).optional(),
  guest_ratings: z
    .object({
      max_score: z.number().nullish(),
      number_of_reviewers: z.int().nullish(),
      rating_system: LongText.nullish(),
      score: z.number().nullish(),
    })
    .optional(),
})

/** The attributes of a hotel. */
export const HotelAttributes = UpdatableHotelAttributes.extend({
  additional_image_link: list,
  main_image: z.object({ link: part, tag: list }).optional(),
})

/** The attributes of a creative asset that an update may change. */
export const UpdatableCreativeAssetsAttributes = z.object({
  ...labels,
  title: LongText.optional(),
  description: LongText.optional(),
  link: LongText.optional(),
  ai_disclosures: Disclosures,
  android_deep_link: LongText.nullish(),
  ios_deep_link: LongText.nullish(),
  google_product_category: LongText.nullish(),
  visibility: LongText.nullish(),
})

/** The attributes of a creative asset. */
export const CreativeAssetsAttributes = UpdatableCreativeAssetsAttributes.extend({
  image_link: LongText.optional(),
  video_link: LongText.optional(),
})
