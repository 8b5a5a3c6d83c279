import { z } from 'zod'
import { LongId, undocumentedText } from '#server/http/schema/fields.ts'

const deltasOf = (names: readonly string[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.number().nullish()]))).nullish()
const Deltas = z.record(undocumentedText(100), z.number()).nullish()

/** The changes of a campaign's bid multipliers. */
export const ScheduleBidOptions = z
  .object({
    age_bucket_multipliers: deltasOf(['18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+']),
    app_type_multipliers: Deltas,
    gender_multipliers: Deltas,
    placement_multipliers: deltasOf(['browse', 'search', 'related_pins']),
    audience_multipliers: z.array(z.object({ audience_id: LongId, multiplier: z.number() })).nullish(),
  })
  .meta({
    description:
      'Changes of bid multipliers: amounts with INCREASE_BY_VALUE, hundredths of a percent with INCREASE_BY_PERCENT.',
  })
