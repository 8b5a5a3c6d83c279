import { z } from 'zod'

const Deltas = z.record(z.string(), z.number().nullish()).nullish()

/** A scheduled change, as an imported state may have it. */
export const StoredChange = z.strictObject({
  schedule_action: z.enum(['INCREASE_BY_VALUE', 'INCREASE_BY_PERCENT']),
  delta_value: z.union([
    z.string().regex(/^\d{1,15}(\.\d{1,15})?$/),
    z.strictObject({
      age_bucket_multipliers: Deltas,
      app_type_multipliers: Deltas,
      gender_multipliers: Deltas,
      placement_multipliers: Deltas,
      audience_multipliers: z.array(z.object({ audience_id: z.string(), multiplier: z.number() })).nullish(),
    }),
  ]),
})
