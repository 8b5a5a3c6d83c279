import type { ProbeCall } from '../probe-case.ts'
import { adGroupIn, automatic, budgetedIn, cbo, perGroup } from './ad-group-calls.ts'

const sales = { objective_type: 'SALES' }
const webConversion = { objective_type: 'WEB_CONVERSION' }
const clicks = { billable_event: 'CLICKTHROUGH' }
const optimizedFor = (conversion_event: string) => ({
  bid_strategy_type: 'AUTOMATIC_BID',
  bid_in_micro_currency: null,
  optimization_goal_metadata: { conversion_tag_v3_goal_metadata: { conversion_event } },
})

/**
 * What several cases use and no case changes, by the name that they refer to. It is made when a case first refers to
 * it, once for a whole probe.
 */
export const fixtures: Readonly<Record<string, ProbeCall>> = {
  cboCampaign: cbo(),
  perGroupCampaign: perGroup(),
  salesCampaign: cbo(sales),
  endingCampaign: cbo({ end_time: '{{now+604800}}' }),
  endingSalesCampaign: cbo({ ...sales, end_time: '{{now+604800}}' }),
  startedCampaign: perGroup({ start_time: '{{now-86400}}' }),
  laterCampaign: perGroup({ start_time: '{{now+86400}}' }),
  videoCampaign: cbo({ objective_type: 'VIDEO_COMPLETION' }),
  considerationCampaign: cbo({ objective_type: 'CONSIDERATION' }),
  leadsCampaign: cbo({ objective_type: 'LEADS' }),
  conversionCampaign: cbo(webConversion),
  performancePlusCampaign: cbo({
    objective_type: 'CONSIDERATION',
    is_performance_plus: true,
    is_flexible_daily_budgets: true,
    start_time: '{{now}}',
  }),
  cboGroup: adGroupIn('cboCampaign'),
  targetedGroup: adGroupIn('cboCampaign', { targeting_spec: { LOCATION: ['US'] } }),
  clickGroup: adGroupIn('considerationCampaign', clicks),
  leadsGroup: adGroupIn('leadsCampaign'),
  checkoutGroup: adGroupIn('conversionCampaign', optimizedFor('CHECKOUT')),
  addToCartGroup: adGroupIn('conversionCampaign', optimizedFor('ADD_TO_CART')),
  budgetedGroup: budgetedIn('perGroupCampaign'),
  lifetimeGroup: budgetedIn('perGroupCampaign', { budget_type: 'LIFETIME', end_time: '{{now+604800}}' }),
  performancePlusGroup: adGroupIn('performancePlusCampaign', automatic),
  secretBoard: { operation: 'boards/create', body: { name: '{{name}}', privacy: 'SECRET' } },
  template: {
    operation: 'targeting_template/create',
    body: { name: '{{name}}', targeting_attributes: { LOCATION: ['US'] } },
  },
}
