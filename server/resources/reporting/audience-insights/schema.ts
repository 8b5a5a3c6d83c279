import { z } from 'zod'

/** Whose insights there are. */
export const insightTypes = ['YOUR_TOTAL_AUDIENCE', 'YOUR_ENGAGED_AUDIENCE', 'PINTEREST_TOTAL_AUDIENCE'] as const
/** One of `insightTypes`. */
export type InsightType = (typeof insightTypes)[number]

/** The query of insights. */
export const InsightsQuery = z.object({
  audience_insight_type: z.enum(insightTypes).meta({
    description: 'Audience: people who saw ads, people who engaged with ads, or all people.',
    example: 'YOUR_TOTAL_AUDIENCE',
  }),
})

const Interest = {
  id: z.string(),
  key: z.string(),
  name: z.string(),
  ratio: z.number().meta({ description: 'Share of the audience, from 0 to 1.' }),
  index: z.number().meta({ description: 'Share of the audience relative to the share of all people.' }),
}
const Values = z.array(z.object({ key: z.string(), name: z.string(), ratio: z.number() }))

/** The insights of an audience. */
export const AudienceInsights = z
  .object({
    type: z.enum(insightTypes),
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .nullable(),
    size: z.int(),
    size_is_upper_bound: z.boolean(),
    categories: z.array(z.object({ ...Interest, subcategories: z.array(z.object(Interest)) })),
    demographics: z.object({ ages: Values, countries: Values, devices: Values, genders: Values, metros: Values }),
  })
  .meta({ id: 'AudienceInsights', description: 'Size and composition of an audience.' })

/** The audiences that insights are about. */
export const AudienceDefinitions = z
  .object({ items: z.array(z.object({ date: z.string().nullable(), scope: z.string(), type: z.string() })) })
  .meta({ id: 'AudienceDefinitions', description: 'Audiences with the day of their latest insights.' })
