import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { EstimatedCampaign } from './schema.ts'

const shared = { operations: ['get_campaign_delivery_estimates'], refuses: 'request' } as const
const documented = { evidence: 'documented', source: 'F117: OAP528; the code is assumed', code: 1 } as const

const isLifetime = ({ budget_duration_type }: EstimatedCampaign): boolean => budget_duration_type === 'LIFETIME'

/** Rules about the campaign to estimate; each refuses the request. */
export const deliveryEstimateRules: readonly Rule<EstimatedCampaign>[] = [
  {
    ...shared,
    ...documented,
    id: 'delivery_estimate.end_date.lifetime',
    fields: ['end_date', 'budget_duration_type'],
    message: 'end_date is required with budget_duration_type LIFETIME.',
    violated: (campaign) => isLifetime(campaign) && campaign.end_date == null,
  },
  {
    ...shared,
    ...documented,
    id: 'delivery_estimate.spend_cap.lifetime',
    fields: ['lifetime_spend_cap', 'budget_duration_type'],
    message: 'lifetime_spend_cap is required with budget_duration_type LIFETIME.',
    sent: ({ lifetime_spend_cap }) => lifetime_spend_cap,
    violated: (campaign) => isLifetime(campaign) && !campaign.lifetime_spend_cap,
  },
  {
    ...shared,
    ...documented,
    id: 'delivery_estimate.spend_cap.daily',
    fields: ['daily_spend_cap', 'budget_duration_type'],
    message: 'daily_spend_cap is required with budget_duration_type FIXED_DAILY and FLEXIBLE_DAILY.',
    sent: ({ daily_spend_cap }) => daily_spend_cap,
    violated: (campaign) => !isLifetime(campaign) && !campaign.daily_spend_cap,
  },
  {
    ...shared,
    ...assumed,
    id: 'delivery_estimate.dates.order',
    fields: ['end_date', 'start_date'],
    message: 'end_date must not be before start_date.',
    sent: ({ start_date, end_date }) => ({ start_date, end_date }),
    violated: ({ start_date, end_date }) => end_date != null && end_date < start_date,
  },
]
