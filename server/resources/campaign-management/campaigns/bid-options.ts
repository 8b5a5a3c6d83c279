import { z } from 'zod'
import { undocumentedText } from '#server/http/schema/fields.ts'

const Multipliers = z.record(undocumentedText(100), z.number().min(0).max(10)).nullish()

const bidOptionParts = {
  audience_multipliers: Multipliers,
  app_type_multipliers: Multipliers,
  placement_multipliers: Multipliers,
  gender_multipliers: Multipliers,
  age_bucket_multipliers: Multipliers,
  frequency_multipliers: Multipliers,
  freq_bid_multiplier_time_window: z.enum(['WEEK', 'MONTH']).nullish(),
}

/** The names of the parts of `bid_options` in `update_mask`. */
export const bidOptionMasks = ['AUDIENCE', 'APP_TYPE', 'PLACEMENT', 'GENDER', 'AGE_BUCKET', 'FREQUENCY'] as const

/** The factors that multiply a campaign's bids. */
export const BidOptions = z
  .object(bidOptionParts)
  .meta({ id: 'CampaignBidOptions', description: 'Bid multipliers from 0 to 10.' })

/** Changed factors that multiply the bids of a campaign. */
export const BidOptionsUpdate = z
  .object({ ...bidOptionParts, update_mask: z.array(z.enum(bidOptionMasks)) })
  .meta({ id: 'CampaignBidOptionsUpdate', description: 'Bid multipliers. update_mask names the parts to replace.' })
