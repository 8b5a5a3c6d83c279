import { z } from 'zod'
import { isDay } from '#server/domain/time/clock.ts'
import { PlacementGroup } from '#server/http/schema/targeting-fields.ts'
import { AudienceSizingRequest } from '../ad-group-estimates/schema.ts'
import { OptimizationGoal } from '../ad-groups/optimization-goal.ts'

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, { error: 'is not a day of the calendar' })
  .meta({ 'x-max-characters': 10 })

const EstimatedAdGroup = AudienceSizingRequest.extend({
  monthly_frequency_cap: z.int().min(0).nullish(),
  optimization_goal_metadata: OptimizationGoal.nullish(),
  optimization_type: z.enum(['CLICKTHROUGH', 'IMPRESSION', 'WEB_CONVERSION', 'ROAS', 'OUTBOUND_CLICK']).nullish().meta({
    description: 'Goal of delivery. Absent: WEB_CONVERSION or CLICKTHROUGH, by the objective.',
  }),
  placement_group: PlacementGroup.nullish().meta({ description: 'Placement of ads. Absent: ALL.' }),
}).meta({ id: 'DeliveryEstimateAdGroup', description: 'Targeting and bidding of an ad group to estimate.' })

const EstimatedCampaign = z
  .object({
    objective_type: z.enum(['AWARENESS', 'CONSIDERATION', 'CATALOG_SALES', 'WEB_CONVERSION']),
    budget_duration_type: z.enum(['FIXED_DAILY', 'FLEXIBLE_DAILY', 'LIFETIME']),
    start_date: Day.meta({ description: 'First day.' }),
    end_date: Day.nullish().meta({ description: 'Last day. Required with LIFETIME. Absent: 30 days are estimated.' }),
    daily_spend_cap: z.int().min(0).nullish().meta({ description: 'Micro-currency. Required with daily budgets.' }),
    lifetime_spend_cap: z.int().min(0).nullish().meta({ description: 'Micro-currency. Required with LIFETIME.' }),
    ad_groups: z.array(EstimatedAdGroup).min(1).max(10),
  })
  .meta({ id: 'DeliveryEstimateCampaign', description: 'A campaign to estimate, which is not stored.' })
/** A campaign to estimate. */
export type EstimatedCampaign = z.output<typeof EstimatedCampaign>

/** The request body: exactly one campaign. */
export const DeliveryEstimateRequest = z
  .array(EstimatedCampaign)
  .min(1)
  .max(1)
  .meta({
    description: 'One campaign.',
    example: [
      {
        objective_type: 'CONSIDERATION',
        budget_duration_type: 'FIXED_DAILY',
        start_date: '2030-06-01',
        daily_spend_cap: 50_000_000,
        ad_groups: [{ targeting_spec: { LOCATION: ['US'], GENDER: ['female'] } }],
      },
    ],
  })

/** The figures of a curve, and whether their values are whole. */
export const estimationTypes = {
  IMPRESSION: true,
  CLICK: true,
  CONVERSION: true,
  WEEKLY_FREQUENCY: false,
  WEEKLY_REACH: true,
  LIFETIME_FREQUENCY: false,
  LIFETIME_REACH: true,
  CPM: false,
  CPC: false,
  CPA: false,
} as const
/** One of `estimationTypes`. */
export type EstimationType = keyof typeof estimationTypes

const amount = z.int().nullable()

const Curve = z.object({
  estimation_type: z.enum(Object.keys(estimationTypes) as EstimationType[]),
  points: z.array(
    z.object({
      budget: z.int().meta({ description: 'Micro-currency, of a day or of the lifetime.' }),
      y: amount,
      min_y: amount,
      max_y: amount,
      double_y: z.number().nullable().meta({ description: 'Value of costs and frequencies, which are not whole.' }),
    }),
  ),
})

/** The metrics at the budget of the request. */
export const derivedMetrics = [
  'cpc',
  'cpm',
  'lifetime_frequency',
  'lifetime_impression',
  'lifetime_reach',
  'weekly_click',
  'weekly_frequency',
  'weekly_impression',
  'weekly_reach',
] as const

const bounded = derivedMetrics.flatMap((name) => [name, `${name}_lower`, `${name}_upper`])

/** The response: one object for the one campaign. */
export const DeliveryEstimate = z
  .object({
    curves: z.array(Curve),
    derived_metrics: z
      .object(Object.fromEntries(bounded.map((name) => [name, z.number()])))
      .meta({ description: 'Metrics at the budget, each with a lower and an upper bound; costs in currency units.' }),
    max_potential_spend: z.int().meta({ description: 'Micro-currency that the audience could take.' }),
  })
  .meta({ id: 'CampaignDeliveryEstimate', description: 'Estimated delivery, computed from the request alone.' })
