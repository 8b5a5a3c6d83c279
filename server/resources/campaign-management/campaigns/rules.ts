import { changeRules } from '#server/domain/rules/change.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { lockRules, scheduleRules, statusRules, trackingRules } from '#server/domain/rules/shared-rules.ts'
import { budgetRules } from './budget-rules.ts'
import { type CampaignFacts, campaign } from './facts.ts'
import { automatedRules, objectiveRules } from './objective-rules.ts'
import { orderLineRules } from './order-line-rules.ts'
import { performancePlusRules } from './performance-plus-rules.ts'

/** Refuses a batch item whose campaign the ad account does not have. */
export const campaignExists = existenceRule({
  id: 'campaign.exists',
  operations: ['campaigns/update', 'ad_groups/create', 'ad_groups/update'],
  fields: ['id', 'campaign_id'],
  source: 'a decision of this project; the wording follows the documented "Advertiser not found."',
  message: 'Campaign not found.',
  passes: 'The id of a campaign of this ad account.',
})

const locked = [
  'objective_type',
  'intended_promotion_type',
  'is_campaign_budget_optimization',
  'is_automated_campaign',
  'is_performance_plus',
  'is_top_of_search',
] as const

/** Every rule about a campaign's content, in the order in which violations are reported. */
export const campaignRules: readonly Rule<CampaignFacts>[] = changeRules<CampaignFacts>([
  ...statusRules(campaign),
  ...lockRules<CampaignFacts>(campaign, locked, {
    evidence: 'documented',
    source: 'GUIDE Campaign Status; S528 Campaign',
  }),
  ...budgetRules,
  ...objectiveRules,
  ...scheduleRules(campaign),
  ...trackingRules(campaign),
  ...automatedRules,
  ...performancePlusRules,
  ...orderLineRules,
])
