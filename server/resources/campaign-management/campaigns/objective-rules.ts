import { isSet } from '#server/domain/ads/money.ts'
import { lowerFunnelObjectives, promotionTypesFor } from '#server/domain/ads/objectives.ts'
import type { ChangeRule } from '#server/domain/rules/change.ts'
import { both, type CampaignFacts } from './facts.ts'

/** Rules about the objective, and the fields that can be combined with it. */
export const objectiveRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.objective.promotion-type',
    operations: both,
    fields: ['intended_promotion_type', 'objective_type'],
    evidence: 'documented',
    source: 'F133 (S528); OTS, which has CATALOG for LEADS, too',
    code: 1,
    message: 'intended_promotion_type does not go with the objective_type.',
    sent: ({ after: { objective_type, intended_promotion_type } }) => ({
      intended_promotion_type,
      objective_type,
      allowed: promotionTypesFor(objective_type),
    }),
    violated: ({ after }) => !promotionTypesFor(after.objective_type).includes(after.intended_promotion_type),
  },
  {
    id: 'campaign.objective.app',
    operations: both,
    fields: ['app_id', 'app_platform', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: 'app_id and app_platform are for objective_type APP_INSTALL.',
    sent: ({ after }) => after.objective_type,
    violated: ({ sent, after }) =>
      (sent.app_id != null || sent.app_platform != null) && after.objective_type !== 'APP_INSTALL',
  },
]

/** Rules about automated campaigns. */
export const automatedRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.automated.objective',
    operations: both,
    fields: ['is_automated_campaign', 'objective_type'],
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: `is_automated_campaign is for objective_type ${lowerFunnelObjectives.join(', ')}.`,
    sent: ({ after }) => after.objective_type,
    violated: ({ after }) => after.is_automated_campaign && !lowerFunnelObjectives.includes(after.objective_type),
  },
  {
    id: 'campaign.automated.daily-cap',
    operations: both,
    fields: ['is_automated_campaign', 'daily_spend_cap'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S528 Campaign',
    code: 1,
    message: 'is_automated_campaign needs a daily_spend_cap.',
    sent: ({ after }) => after.daily_spend_cap,
    violated: ({ after }) => after.is_automated_campaign && !isSet(after.daily_spend_cap),
  },
]
