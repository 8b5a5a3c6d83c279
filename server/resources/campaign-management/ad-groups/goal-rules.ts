import type { ChangeRule } from '#server/domain/rules/change.ts'
import { type AdGroupFacts, both } from './facts.ts'

/** Allowed attribution windows as click/engagement/view days. Second-hand: HFX. */
const attributionWindows = ['30/30/30', '30/30/7', '30/30/1', '7/7/7', '7/7/1', '7/0/0', '1/1/1', '1/0/0']

/** Returns what delivery is optimized for, where that is a conversion. */
export const goalOf = ({ after }: AdGroupFacts) =>
  after.optimization_goal_metadata.conversion_tag_v3_goal_metadata ?? undefined

function windowOf(facts: AdGroupFacts): string | undefined {
  const windows = goalOf(facts)?.attribution_windows
  if (windows === undefined || windows === null) return undefined
  const { click_window_days = 30, engagement_window_days = 30, view_window_days = 1 } = windows
  return `${click_window_days}/${engagement_window_days}/${view_window_days}`
}

const hasGoal = ({ after }: AdGroupFacts): boolean => Object.keys(after.optimization_goal_metadata).length > 0

/** Rules about what delivery is optimized for. */
export const goalRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.goal.required',
    operations: both,
    fields: ['optimization_goal_metadata', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdGroupCommon; P+ for CATALOG_SALES',
    code: 1,
    message:
      'optimization_goal_metadata is required for objective_type WEB_CONVERSION, and for CATALOG_SALES in a Performance+ campaign.',
    sent: ({ after }) => after.optimization_goal_metadata,
    violated: (facts) =>
      !hasGoal(facts) &&
      (facts.campaign.objective_type === 'WEB_CONVERSION' ||
        (facts.campaign.is_performance_plus && facts.campaign.objective_type === 'CATALOG_SALES')),
  },
  {
    id: 'ad_group.goal.windows',
    operations: both,
    fields: ['optimization_goal_metadata'],
    waitsForPublish: true,
    evidence: 'second-hand',
    source: 'HFX',
    code: 1,
    message: `optimization_goal_metadata takes these attribution windows (click/engagement/view days): ${attributionWindows.join(', ')}.`,
    sent: windowOf,
    violated: (facts) => {
      const window = windowOf(facts)
      return window !== undefined && !attributionWindows.includes(window)
    },
  },
  {
    id: 'ad_group.goal.roas',
    operations: both,
    fields: ['optimization_goal_metadata', 'bid_strategy_type'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 OptimizationGoalMetadata',
    code: 1,
    message:
      'optimization_goal_metadata: is_roas_optimized needs conversion_event CHECKOUT and bid_strategy_type AUTOMATIC_BID.',
    sent: (facts) => ({
      conversion_event: goalOf(facts)?.conversion_event,
      bid_strategy_type: facts.after.bid_strategy_type,
    }),
    violated: (facts) =>
      goalOf(facts)?.is_roas_optimized === true &&
      (goalOf(facts)?.conversion_event !== 'CHECKOUT' || facts.after.bid_strategy_type !== 'AUTOMATIC_BID'),
  },
]
